import { UsageError } from '../../context/errors.ts'
import { chosenFor } from '../shared/choosing.ts'
import { suggest } from '../../text/suggest.ts'
import { defineCommand, optional } from '../shared/command.ts'

/** The shells for which there is completion. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const

type Shell = (typeof shells)[number]

/** Prints the script that makes a shell complete commands, options, exercises and entries. */
export const completionCommand = defineCommand({
  help: (words) => words.completion.what,
  args: { shell: optional('shell', (words) => words.completion.shell) },
  async run({ shell, ...options }, context) {
    const items = shells.map((name) => ({ value: name, label: name }))
    const wanted = shell ?? (await chosenFor('shell', context.words.menus.shell, items, { options, context }))
    const known = shells.find((name) => name === wanted)
    if (known === undefined)
      throw new UsageError(context.words.commands.completion.unknown(wanted, suggest(wanted, shells)))
    context.stdout.write(scripts[known])
  }
})

/* Every script calls `reflect __complete`; see `complete.ts`. */
const scripts: Record<Shell, string> = {
  bash: `# Completion for reflect. Add to ~/.bashrc:  eval "$(reflect completion bash)"
_reflect() {
  # The line as it was typed, and the part of it that bash replaces: reflect reads quotation marks, which bash's words keep.
  local candidate
  COMPREPLY=()
  while IFS= read -r candidate; do
    COMPREPLY+=("$candidate")
  done < <(reflect __complete-bash "\${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
}
complete -o default -F _reflect reflect
`,
  zsh: `#compdef reflect
# Completion for reflect. Add to ~/.zshrc, after compinit:  source <(reflect completion zsh)
_reflect() {
  local -a values shown
  local value about
  # (Q) removes quotation marks and backslashes, and runs nothing. PREFIX is the word up to the cursor.
  while IFS=$'\\t' read -r value about; do
    values+=("$value")
    shown+=("$value\${about:+  -- $about}")
  done < <(reflect __complete "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)
  if (( \${#values} )); then
    compadd -l -d shown -a values
  else
    [[ $PREFIX == --*=* ]] && compset -P 1 '*='
    _files
  fi
}
compdef _reflect reflect
`,
  fish: `# Completion for reflect. Save as ~/.config/fish/completions/reflect.fish:
#   reflect completion fish > ~/.config/fish/completions/reflect.fish
function __reflect_complete
  # The words without quotation marks and backslashes; nothing is expanded.
  set -l typed (commandline -opc)
  set -l raw (commandline -ct)
  set -l current (string unescape -- "$raw"; or echo "$raw")
  set -l candidates (reflect __complete $typed[2..] "$current" 2>/dev/null)
  if test (count $candidates) -gt 0
    printf '%s\\n' $candidates
  else
    # Files, as for a command that has no completion.
    complete -C "'' $raw"
  end
end
complete -c reflect -f -a '(__reflect_complete)'
`,
  powershell: `# Completion for reflect. Add to your profile ($PROFILE):
#   reflect completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName reflect -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  # A word in quotation marks has its text in Value; of others, nothing is expanded.
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
    ForEach-Object { if ($_.PSObject.Properties['Value']) { [string] $_.Value } else { $_.ToString() } })
  # An empty argument would be left out by older versions of PowerShell.
  $current = $wordToComplete -replace '^[''"]|[''"]$', ''
  if (-not $current) { $current = '""' }
  reflect __complete @typed $current 2>$null | ForEach-Object {
    $value, $about = $_ -split "\\t", 2
    if (-not $about) { $about = $value }
    $inserted = if ($value -match '^[\\w./:=@-]+$') { $value } else { "'" + ($value -replace "'", "''") + "'" }
    [System.Management.Automation.CompletionResult]::new($inserted, $value, 'ParameterValue', $about)
  }
}
`
}
