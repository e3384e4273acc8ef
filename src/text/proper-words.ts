/*
 * Words that have a capital inside a sentence too. The lists are a rule of thumb for English and Welsh: what is missing gets a small
 * letter where it is quoted at its start, and stays as it was written.
 */

const DAYS = `
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December
Llun Mawrth Mercher Iau Gwener Sadwrn Sul Ionawr Chwefror Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr
Christmas Easter Ramadan Eid Diwali Lent Advent Hanukkah Passover Holi Vaisakhi Nadolig Pasg`

const PEOPLES = `
English Welsh Scottish Irish British Cornish European American African Asian Indian Pakistani Bangladeshi Chinese Polish Romanian
Ukrainian Somali Syrian Afghan Iraqi Iranian Kurdish Turkish Nigerian Ghanaian Jamaican Caribbean Portuguese Spanish French German Italian
Greek Dutch Russian Arabic Urdu Punjabi Bengali Gujarati Hindi Latin Roma Gypsy Traveller Travellers Muslim Muslims Christian Christians
Jewish Jews Sikh Sikhs Hindu Hindus Buddhist Catholic Catholics Protestant Quaker Anglican Methodist Islam Christianity Cymraeg Cymry
Saesneg Saeson Cymro Cymraes Ewropeaidd`

const PLACES = `
Wales England Scotland Ireland Britain Europe London Cardiff Swansea Newport Wrexham Bangor Aberystwyth Caernarfon Llandudno Merthyr Powys
Gwynedd Conwy Ceredigion Anglesey Flintshire Denbighshire Gwent Dyfed Manchester Birmingham Liverpool Leeds Sheffield Bristol Newcastle
Nottingham Leicester Coventry Bradford Hull Stoke Derby Southampton Portsmouth Plymouth Exeter Norwich Oxford Cambridge York Sunderland
Wolverhampton Salford Bolton Oldham Rochdale Wigan Kent Essex Surrey Sussex Devon Cornwall Dorset Somerset Norfolk Suffolk Lancashire
Yorkshire Cumbria Durham Cheshire Staffordshire Derbyshire Lincolnshire Hampshire Hertfordshire Glasgow Edinburgh Aberdeen Dundee Belfast
Brussels Paris Berlin Westminster Whitehall Holyrood Stormont Senedd Cymru Lloegr Caerdydd Abertawe Casnewydd Wrecsam Llundain
Eryri Môn Powys Parliament Google Microsoft Facebook WhatsApp Zoom Ofsted Estyn Barnardo Samaritans Brexit Covid Excel Outlook`

const PEOPLE = `
Aaron Abdul Abigail Adam Adrian Agnes Ahmed Aisha Alan Alex Alexander Alfie Ali Alice Alison Amanda Amelia Amina Amir Amy Andrea Andrew
Andy Angela Anita Ann Anna Anne Anthony Arthur Ashley Barbara Ben Benjamin Bernard Beth Bethan Betty Brenda Brian Bronwen Callum Carl Carol
Caroline Carolyn Carys Catherine Catrin Charles Charlie Charlotte Chloe Chris Christine Christopher Claire Clare Colin Craig Dafydd Daniel
Darren Dave David Deborah Debbie Denise Dennis Derek Diana Diane Dominic Donna Dorothy Dylan Edward Eileen Elaine Eleri Elizabeth Ella
Ellen Ellie Emily Emma Emyr Eric Erin Ethan Evan Fatima Fiona Florence Frances Francis Gareth Gary Gavin Geoff George Georgia Geraint
Gerald Gillian Glyn Gordon Graham Gwen Gwyn Hannah Harriet Harry Hassan Hayley Heather Heledd Helen Henry Holly Howard Huw Hywel Ian Ibrahim
Ieuan Imran Ioan Isaac Isabel Isla Ivan Iwan Jacob Jacqueline James Jamie Jane Janet Janice Jason Jayne Jean Jeff Jenkins Jennifer Jenny
Jeremy Jessica Jill Joan Joanna Joanne Joe John Jonathan Jones Jordan Joseph Josh Joshua Joyce Judith Julia Julian Julie Karen Karim Kate
Katherine Kathleen Katie Keith Kelly Ken Kenneth Kerry Kevin Khadija Khan Kieran Kim Kirsty Laura Lauren Lee Leah Leanne Len Leonard Lesley
Lewis Liam Linda Lisa Llinos Louise Lucy Luke Lynn Lynne Malcolm Mandy Marcus Margaret Maria Marian Marie Marilyn Martin Mary Mason Matt
Matthew Maureen Megan Melanie Meleri Michael Michelle Mike Mohamed Mohammed Moira Monica Morgan Muhammad Myfanwy Nadia Naomi Natalie Natasha
Nathan Neil Nerys Nia Nicholas Nicola Nicole Nigel Nina Noah Noor Norma Norman Olivia Oliver Oscar Owain Owen Pamela Patel Patricia Patrick
Paul Paula Pauline Penny Peter Philip Phillip Phoebe Priya Rachel Raj Ralph Rebecca Rhian Rhiannon Rhodri Rhys Richard Rita Robert Roger
Ronald Rosemary Ross Roy Russell Ruth Ryan Sally Sam Samantha Samir Samuel Sandra Sanjay Sara Sarah Scott Sean Shabana Sharon Shaun Sheila
Shirley Siân Sian Simon Singh Siobhan Sioned Siwan Smith Sofia Sophia Sophie Stacey Stephanie Stephen Steve Steven Stuart Susan Suzanne
Sylvia Tanya Tara Taylor Teresa Terence Terry Theresa Thomas Tim Timothy Tina Toby Tom Tony Tracey Tracy Trevor Valerie Vanessa Vera
Veronica Victor Victoria Vincent Walter Wayne Wendy William Williams Yasmin Yusuf Yvonne Zainab Zara Zoe`

const PROPER = new Set([DAYS, PEOPLES, PLACES, PEOPLE].join(' ').trim().split(/\s+/))

/** Days, months and titles that are other words too, with what follows where they have a capital. */
const IF_FOLLOWED = {
  /** A day of a month, a year, or nothing. */
  month: /^\s*(?:$|[,;.)]|\d)/u,
  /** A name, with or without a full stop before it. */
  name: /^\.?\s+\p{Lu}/u
} as const

/** Whether a word is a name for certain, by itself or with what follows it. */
export function isProper(word: string, rest: string): boolean {
  if (/^(?:May|March)$/.test(word)) return IF_FOLLOWED.month.test(rest)
  const isTitle = /^(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Cllr|Councillor|Sgt|Sir|Dame|Lord|Lady|St)$/.test(word)
  return (isTitle && IF_FOLLOWED.name.test(rest)) || PROPER.has(word)
}

/** Words that begin sentences and no names. */
const FUNCTION_WORDS = new Set(
  `a an the this that these those my your his her its our their some any each every all both no one two three i we you he she it they what
when where who why how if because since so and but or as at by for from in of on to with about after before during not there is are was were
do does did can could will would should has have had
y yr yn ar am at dan dros drwy gan heb hyd i o wrth mewn fy dy ei ein eich eu pan os ond a ac neu bod mae roedd bydd dw dwi rydw rydym rwy nid
ni na beth pwy pryd ble sut pam pob rhai dau dwy tri dydd nos mis`.split(/\s+/)
)

/** Whether a word begins a name or a title of several words: another word with a capital and small letters follows. */
export function isTitleBefore(word: string, rest: string): boolean {
  return !FUNCTION_WORDS.has(word.toLowerCase()) && /^[ \u00a0-]\p{Lu}\p{M}*\p{Ll}/u.test(rest)
}
