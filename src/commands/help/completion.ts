import { UsageError } from '../../context/errors.ts'
import { suggest } from '../../text/suggest.ts'
import { defineCommand, required } from '../shared/command.ts'

/** The shells for which there is completion. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const

type Shell = (typeof shells)[number]

/** Prints the script that makes a shell complete commands, options, exercises and entries. */
export const completionCommand = defineCommand({
  help: (words) => words.completion.what,
  args: { shell: required('shell', (words) => words.completion.shell) },
  run({ shell }, context) {
    const known = shells.find((name) => name === shell)
    if (known === undefined)
      throw new UsageError(context.words.commands.completion.unknown(shell, suggest(shell, shells)))
    context.stdout.write(scripts[known])
  }
})

/* Every script calls `reflect __complete`; see `complete.ts`. */
const scripts: Record<Shell, string> = {
  bash: `# Completion for reflect. Add to ~/.bashrc:  eval "$(reflect completion bash)"
_reflect() {
  # Words as they were typed: bash itself would part them at "=" and ":".
  local line=\${COMP_LINE:0:COMP_POINT} current='' typed=() at
  read -ra typed <<< "$line"
  at=$((\${#typed[@]} - 1))
  [[ $line == *' ' ]] || { current=\${typed[at]}; unset "typed[$at]"; }
  local IFS=$'\\n'
  COMPREPLY=($(reflect __complete "\${typed[@]:1}" "$current" 2>/dev/null | cut -f1))
  for at in "\${!COMPREPLY[@]}"; do
    # Bash replaces what comes after the last "=" only.
    [[ $current == *=* ]] && COMPREPLY[at]=\${COMPREPLY[at]#*=}
    COMPREPLY[at]=$(printf %q "\${COMPREPLY[at]}")
  done
}
complete -o default -F _reflect reflect
`,
  zsh: `#compdef reflect
# Completion for reflect. Add to ~/.zshrc, after compinit:  source <(reflect completion zsh)
_reflect() {
  local -a candidates
  local value about
  while IFS=$'\\t' read -r value about; do
    candidates+=("\${value//:/\\\\:}:$about")
  done < <(reflect __complete "\${(@)words[2,CURRENT-1]}" "\${words[CURRENT]}" 2>/dev/null)
  if (( \${#candidates} )); then _describe reflect candidates; else _files; fi
}
compdef _reflect reflect
`,
  fish: `# Completion for reflect. Save as ~/.config/fish/completions/reflect.fish:
#   reflect completion fish > ~/.config/fish/completions/reflect.fish
function __reflect_complete
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  set -l candidates (reflect __complete $typed[2..] "$current" 2>/dev/null)
  if test (count $candidates) -gt 0
    printf '%s\\n' $candidates
  else
    __fish_complete_path "$current"
  end
end
complete -c reflect -f -a '(__reflect_complete)'
`,
  powershell: `# Completion for reflect. Add to your profile ($PROFILE):
#   reflect completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName reflect -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  # An empty argument would be left out by older versions of PowerShell.
  $current = if ($wordToComplete) { $wordToComplete } else { '""' }
  reflect __complete @typed $current 2>$null | ForEach-Object {
    $value, $about = $_ -split "\\t", 2
    if (-not $about) { $about = $value }
    [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
  }
}
`
}
