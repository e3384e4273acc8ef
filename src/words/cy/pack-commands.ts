import type { Words } from '../en/index.ts'
import { count, nouns } from './counting.ts'

/** What the commands for packs say, in Welsh. */
export const packCommands: Pick<Words['commands'], 'pack'> = {
  pack: {
    what: 'ysgrifennu, gwirio, ychwanegu a diweddaru pecynnau o ymarferion',
    new: 'ysgrifennu pecyn cyntaf, i chi ei newid',
    newDir: 'y ffolder, a gaiff ei greu',
    title: 'ei deitl',
    language: 'ei iaith, fel cy neu en-GB',
    author: "pwy sy'n ei ysgrifennu",
    build: "gwneud un archif o becyn, i'w rhannu",
    output: 'y ffolder ar gyfer yr archif',
    buildForce: "adeiladu'r hyn nad yw wedi'i gofnodi yn git, a thros archif o'r un fersiwn",
    add: 'ychwanegu pecyn: ffolder, .tgz neu .zip, neu gyfeiriad (https://, npm:, git+https://, github:)',
    addSource: "ble mae'r pecyn",
    sha256: "y swm gwirio y mae'n rhaid iddo ei gael",
    yes: 'peidio â gofyn',
    info: 'dangos beth yw pecyn ac o ble y daw',
    id: "enw'r pecyn, neu ddechrau'r enw",
    update: "chwilio am fersiynau newydd o'r pecynnau a ychwanegoch",
    dryRun: "dim ond dangos beth fyddai'n newid",
    rollback: 'mynd yn ôl at y fersiwn cynt',
    remove: 'tynnu pecyn a ychwanegoch; bydd eich cofnodion yn aros',
    path: 'ffolder neu ffeil y pecyn',
    check: "enwi pob nam mewn pecyn: ble mae a sut i'w gywiro",
    strict: 'cyfrif rhybuddion fel namau',
    since: 'cymharu â fersiwn hŷn, ffolder neu archif, a dweud beth fyddai dysgwyr yn sylwi arno',
    preview: 'mynd drwy becyn fel y bydd dysgwyr, heb gadw dim',
    from: "dechrau gyda'r ymarfer hwn, neu gyda chwestiwn ynddo: YMARFER/CWESTIWN",
    watch: 'darllen y ffeiliau eto pryd bynnag y byddant yn newid',
    html: "y cyfan fel un dudalen i'w darllen a'i hargraffu, yn y ffeil hon",
    htmlForce: 'ysgrifennu dros y dudalen sydd yno',
    format: '"text", "json" neu "github" (anodiadau mewn llif gwaith)',
    list: "rhestru'r pecynnau sydd yma",
    schema: "argraffu'r Sgema JSON sy'n rhoi allweddi pecyn i olygyddion",
    schemaTranslation: 'sgema ffeil cyfieithiad',
    exercises: (number) => count(number, nouns.exercise),
    added: 'ychwanegwyd'
  }
}
