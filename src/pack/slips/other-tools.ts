/* Keys and types of other programs: form builders, quizzes, surveys, XLSForm, GitHub forms. Each has our key, or a reason. */

/** Why there is no key for something. */
export type NoKeyReason =
  | 'comment'
  | 'default'
  | 'due'
  | 'layout'
  | 'length'
  | 'link'
  | 'media'
  | 'picture'
  | 'required'
  | 'score'
  | 'tags'
  | 'validation'

/** The words of other programs for our keys and types. */
type Table<Target extends string> = readonly (readonly [words: string, targets: readonly Target[]])[]

/** Where a key stands. */
export type KeyPlace = 'manifest' | 'exercise' | 'prompt' | 'option' | 'bounds' | 'wording' | 'test'

/** Of several targets, the first that is possible and not there yet is meant. `words.max` is a key inside another. */
const keys: Readonly<Record<KeyPlace, Table<string>>> = {
  prompt: [
    [
      'question wording query prompt questiontext body statement task frage fragetext cwestiwn gofyn pregunta domanda vraag',
      ['ask']
    ],
    ['text label content message instruction instructions caption', ['ask', 'title', 'help']],
    [
      'hint description tip tips info guidance helptext subtitle explanation tooltip hints details hilfe hinweis aide cymorth ayuda',
      ['help']
    ],
    ['name key code slug identifier uid variable', ['id', 'title']],
    ['heading header headline', ['title']],
    [
      'if condition conditions showif visibleif relevant relevance dependson onlyif displayif logic showwhen visible displaylogic skiplogic skipif branching rule rules conditional visibility wenn quand pryd',
      ['when']
    ],
    ['options choices questions alternatives', ['prompts']],
    [
      'choices answers values alternatives enum possibleanswers select list optionen antworten dewisiadau opsiynau opciones reponses',
      ['options']
    ],
    ['items', ['options']],
    ['kind widget fieldtype questiontype inputtype math', ['type']],
    ['placeholder sample modelanswer exampleanswer eg examples beispiel exemple enghraifft ejemplo', ['example']],
    ['minimum lowest min start low', ['from', 'min', 'words.min']],
    ['maximum highest max end high', ['to', 'max', 'words.max']],
    ['maxwords wordlimit wordsmax maxwordcount', ['words.max']],
    ['minwords wordsmin minwordcount', ['words.min']],
    ['maxitems', ['items.max']],
    ['minitems', ['items.min']],
    ['allowother otheroption hasother', ['other']],
    ['dontknow notsure allowna notapplicable', ['unsure']],
    ['followup followupquestion', ['follow_up']],
    ['secret confidential personal', ['private']],
    ['outcome learningoutcome learningoutcomes competence competences standard standards', ['outcomes']],
    ['wholenumber wholenumbers', ['integer']],
    ['suffix units', ['unit']],
    ['subquestions', ['statements', 'rows']],
    ['criteria criterion dimensions indicators rubric aspects competencies', ['statements']],
    ['levels descriptors bands anchors scalelabels', ['labels']]
  ],
  exercise: [
    ['questions items fields tasks activities steps promptlist survey fragen cwestiynau preguntas', ['prompts']],
    ['name key code slug identifier', ['id', 'title']],
    ['heading header label', ['title']],
    ['description summary goal aim objective hint', ['purpose']],
    ['intro introduction text content instructions body', ['reading']],
    ['outro conclusion debrief closing feedback afterword', ['discussion']],
    ['outcome learningoutcome learningoutcomes competence competences competencies standard standards', ['outcomes']],
    ['time duration length estimatedtime mins minuten dauer duree munudau minutos', ['minutes']]
  ],
  manifest: [
    ['name slug key identifier', ['id', 'title']],
    ['heading label', ['title']],
    ['description abstract purpose intro', ['summary']],
    ['author creator by createdby contributors writer writers autor autoren auteur auteurs awdur awduron', ['authors']],
    ['lang locale sprache langue iaith idioma', ['language']],
    ['licensing copyright lizenz trwydded', ['license']],
    ['ver release', ['version']],
    [
      'outcome learningoutcome learningoutcomes objectives learningobjectives competences competencies standards',
      ['outcomes']
    ],
    ['terms terminology vocabulary definitions', ['glossary']],
    [
      'modules lessons units activities chapters files sections exercise ubungen exercices ymarferion ejercicios',
      ['exercises']
    ],
    ['paths', ['routes']]
  ],
  option: [
    ['value key code name', ['id']],
    ['text title caption description display', ['label']],
    ['label title statement question ask', ['text']],
    ['label heading name header', ['title']],
    ['criterion aspect dimension', ['text', 'label']],
    ['levels descriptors descriptions bands anchors', ['labels']],
    ['hint help', ['note']]
  ],
  bounds: [
    ['minimum from least low atleast', ['min']],
    ['maximum to most high limit atmost upto', ['max']]
  ],
  wording: [
    ['ask question body content wording prompt', ['text']],
    ['if condition showif visibleif', ['when']]
  ],
  test: [
    ['contains includes include contain selected', ['has']],
    ['equals equal eq value', ['is']],
    ['oneof anyof among', ['in']],
    ['lessthan less below under smallerthan', ['lt']],
    ['greaterthan greater more morethan above over', ['gt']],
    ['atleast min minimum', ['gte']],
    ['atmost max maximum', ['lte']],
    ['exists filled given', ['answered']]
  ]
}

const reasons: Table<NoKeyReason> = [
  ['required mandatory optional isrequired skippable obligatory compulsory', ['required']],
  ['image picture photo img figure diagram icon images', ['picture']],
  ['video audio media file upload attachment attachments recording', ['media']],
  ['link url href website homepage links', ['link']],
  ['points score marks weight correct answer correctanswer solution grade feedback rubric credits', ['score']],
  ['default value initial prefill defaultvalue', ['default']],
  ['maxlength minlength charlimit maxchars limit characters', ['length']],
  ['regex pattern validation constraint error errormessage validate', ['validation']],
  [
    'style css class color colour width height layout appearance order position index number shuffle randomize random step cols font size',
    ['layout']
  ],
  ['tags tag category categories keywords topic', ['tags']],
  ['due deadline opens closes week schedule date duedate available', ['due']],
  ['comment comments note notes todo authornote', ['comment']]
]

/** The types of prompt that other programs have, and ours. */
const types: Table<string> = [
  [
    'radio single singlechoice select selectone dropdown multiplechoice mcq picker option radiogroup radiobutton singleselect choose pick',
    ['choice']
  ],
  ['checkbox checkboxes multi multiselect selectmultiple multiple multichoice multipleselect tagbox', ['choices']],
  ['likert rating slider stars range nps linearscale opinionscale likertscale score rubric selfassessment', ['scale']],
  [
    'textarea longtext paragraph essay open freetext string comment memo journal reflection written multiline longanswer openended question',
    ['text']
  ],
  ['shorttext shortanswer input line textfield textbox singleline', ['text']],
  ['integer int decimal numeric float count', ['number']],
  ['boolean bool yesno toggle switch truefalse binary', ['yes-no']],
  ['rank order ordering sort priority drag', ['ranking']],
  ['matrix grid', ['table']],
  ['datetime day calendar datepicker', ['date']],
  [
    'statement info information html markdown heading instruction instructions message display textblock label static',
    ['note']
  ],
  ['gap gapfill cloze fillin fillintheblank fillintheblanks blanks', ['sentence']],
  ['ifthen implementationintention goal action', ['plan']],
  ['checklist bullets items multitext bulletlist', ['list']]
]

/** A word as it is compared: without case, spaces, hyphens and underscores. */
function folded(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[-_\s\p{M}]/gu, '')
}

function targetsOf<Target extends string>(table: Table<Target>, word: string): readonly Target[] {
  const wanted = folded(word)
  return table.filter(([words]) => words.split(' ').includes(wanted)).flatMap(([, targets]) => targets)
}

/** Our keys that may be meant by a key of another program, the likeliest first. */
export function ourKeys(place: KeyPlace, key: string): readonly string[] {
  return targetsOf(keys[place], key)
}

/** Why a pack has nothing for a key of another program; undefined if there is no such reason. */
export function reasonFor(key: string): NoKeyReason | undefined {
  return targetsOf(reasons, key)[0]
}

/** Our type for a type of another program. */
export function ourType(type: string): string | undefined {
  return targetsOf(types, type)[0]
}
