import type { Words } from '../en/index.ts'
import { didYouMean } from './names.ts'

/** What the commands about the program itself say, in Welsh. */
export const otherCommands: Pick<Words['commands'], 'config' | 'completion' | 'help'> = {
  config: {
    what: 'darllen a newid gosodiadau',
    action: 'list (fel arfer), get, set, unset neu path',
    key: 'y gosodiad',
    value: 'ei werth newydd',
    move: 'pan fydd gosodiad y dyddlyfr yn newid, symud yr hyn sydd yno'
  },
  completion: {
    what: "gadael i'ch plisgyn gwblhau gorchmynion, ymarferion a chofnodion pan bwyswch Tab",
    shell: "bash, zsh, fish neu powershell; mae'r hyn a gaiff ei argraffu yn dweud ble i'w roi",
    unknown: (shell, near) =>
      `Nid oes cwblhau ar gyfer "${shell}", dim ond ar gyfer bash, zsh, fish a powershell.${didYouMean(near)}`
  },
  help: {
    what: 'egluro gorchymyn, neu bwnc fel "keys" neu "exit-codes"',
    topic: 'gorchymyn neu bwnc',
    man: 'argraffu tudalen y llawlyfr, fel y mae "man" yn ei darllen',
    page: {
      name: 'Enw',
      synopsis: 'Crynodeb',
      description: 'Disgrifiad',
      options: 'Opsiynau pob gorchymyn',
      commands: 'Gorchmynion'
    },
    unknown: (name, near) =>
      `Nid oes cymorth ar "${name}".${didYouMean(near)} Teipiwch "reflect help topics" i weld beth sydd ar gael.`
  }
}
