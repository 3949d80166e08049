/** Given and family names of one script; any pair makes an invented person. */
export interface NameScript {
  readonly script: string;
  readonly given: readonly string[];
  readonly middle?: readonly string[];
  readonly family: readonly string[];
}

/** Names in many scripts, with marks, apostrophes, hyphens, blanks and letters outside the basic plane. */
export const nameScripts: readonly NameScript[] = [
  {
    script: "Latin",
    given: ["Ada", "Marlon", "Tess", "Orla", "Jude", "Wynn", "Petra", "Cole"],
    middle: ["J.", "Mae", "Quill"],
    family: ["Fennimore", "O'Dell", "Harrowgate", "Van der Linde", "Smith-Quill", "Underbough"],
  },
  {
    script: "Latin with diacritics",
    given: ["Zoë", "Søren", "Łucja", "Čeněk", "Iñaki", "Ásta", "Gülçin", "François"],
    middle: ["Žofie", "André"],
    family: ["Müßig", "Ångholm", "Řezáčková", "Ñuñezal", "Kowalczewska", "Đurđevac", "Œillet"],
  },
  {
    script: "Vietnamese",
    given: ["Thảo", "Đức", "Ngọc Ánh", "Quỳnh"],
    family: ["Nguyễn Thị", "Trần Vũ", "Phạm Đình"],
  },
  {
    script: "Greek",
    given: ["Ελπίδα", "Θανάσης", "Καλλιόπη", "Ιάσων"],
    family: ["Λευκοπετρίδης", "Αστερίου", "Γαλαξιδιώτη"],
  },
  {
    script: "Cyrillic",
    given: ["Ярослава", "Фёдор", "Лада", "Ждан", "Олексій"],
    middle: ["Игоревич", "Петровна"],
    family: ["Светлогоров", "Щукарёва", "Яблунівська", "Полевой"],
  },
  {
    script: "Arabic",
    given: ["نور", "سليم", "رهف", "طارق"],
    family: ["المرجاني", "بن زيتون", "الواحاتي"],
  },
  {
    script: "Hebrew",
    given: ["נועם", "תמר", "איתי", "שקד"],
    family: ["בן־חורש", "אלמגורי", "כרמלית"],
  },
  {
    script: "Han",
    given: ["晨曦", "子涵", "雨桐", "𠮷明"],
    family: ["欧阳", "林海", "沈"],
  },
  {
    script: "Japanese",
    given: ["ひなた", "ケンジ", "美咲", "蒼"],
    family: ["星野原", "朝霧", "サトウミネ"],
  },
  {
    script: "Hangul",
    given: ["하늘", "도윤", "서아"],
    family: ["남궁", "선우", "제갈"],
  },
  {
    script: "Devanagari",
    given: ["आरव", "ईशा", "कृष्णिका"],
    family: ["पर्वतीय", "सागरवाल", "वनमाली"],
  },
  {
    script: "Thai",
    given: ["ฟ้าใส", "กล้าหาญ", "น้ำทิพย์"],
    family: ["ทองทะเล", "ศรีดอกไม้"],
  },
  {
    script: "Georgian",
    given: ["ლილე", "გიორგაძე", "თამთა"],
    family: ["მთისძე", "ზღვიაშვილი"],
  },
];
