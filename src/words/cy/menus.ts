import type * as English from '../en/index.ts'

/** The menus of the home screen that lead to what commands do, and what commands ask for, in Welsh. */
export const menus: typeof English.menus = {
  export: {
    item: 'Allforio cofnodion',
    what: 'Pa gofnodion yr hoffech eu hallforio?',
    all: 'Pob cofnod gorffenedig',
    one: 'Un cofnod',
    forOutcome: 'Yr hyn a ysgrifennais ar gyfer un deilliant',
    whichOutcome: 'Pa ddeilliant?',
    format: 'Pa fath o ffeil?',
    formats: {
      docx: 'Dogfen Word',
      html: "Tudalen we, i'w darllen neu ei hargraffu",
      txt: 'Testun plaen',
      md: 'Markdown',
      json: "JSON, i'w fewnforio yn rhywle arall"
    },
    private: 'Cynnwys atebion preifat?',
    where: 'Ble dylid ei gadw?',
    taken: (file) => `Mae rhywbeth yn ${file} eisoes. Teipiwch enw arall.`,
    done: (file) => `Cadwyd fel ${file}`
  },
  sheet: { item: "Gwneud taflen i'w thrafod gyda rhywun", which: 'O ba gofnod?' },
  import: { item: 'Mewnforio cofnodion', from: 'Pa ffeil neu ffolder yr hoffech ei mewnforio?' },
  tags: { item: 'Cofnodion yn ôl tag', which: 'Pa dag?' },
  trash: {
    item: 'Cofnodion wedi eu dileu',
    which: 'Pa gofnod a ddilëwyd?',
    restore: 'Adfer',
    empty: "Gwagio'r bin sbwriel"
  },
  packs: {
    item: 'Pecynnau o ymarferion',
    which: 'Pa becyn?',
    add: 'Ychwanegu pecyn',
    source: "Ble mae'r pecyn? Teipiwch enw ffolder neu ffeil, neu gyfeiriad.",
    updateAll: 'Chwilio am fersiynau newydd',
    update: 'Diweddaru',
    remove: 'Tynnu',
    newFolder: "Ym mha ffolder y dylai'r pecyn newydd fod?"
  },
  settings: {
    item: 'Gosodiadau',
    which: 'Pa osodiad?',
    value: (key, takes) => `Beth ddylai "${key}" fod? Teipiwch ${takes}.`,
    choose: (key) => `Beth ddylai "${key}" fod?`,
    change: 'Ei newid',
    reset: "Defnyddio'r rhagosodiad",
    atNextStart: 'Daw hyn i rym y tro nesaf y dechreuwch reflect.'
  },
  help: {
    item: 'Cymorth',
    which: 'Cymorth gyda beth?',
    commands: 'Pob gorchymyn',
    topics: {
      keys: 'Bysellau',
      plain: 'Modd plaen',
      files: 'Ble mae eich geiriau yn cael eu cadw',
      environment: 'Newidynnau amgylchedd',
      'exit-codes': 'Codau gorffen, ar gyfer sgriptiau'
    }
  },
  shell: 'Pa blisgyn rydych yn ei ddefnyddio?'
}
