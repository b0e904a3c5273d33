"use strict";

/** Texts of the page in both languages; `words.say(key, values)` in the language of the moment. */
const words = (() => {
  const texts = {
    ru: {
      language: "Язык", skip: "К содержанию", title: "База знаний", places: "Разделы страницы",
      articles: "Статьи", reports: "Замечания", gaps: "Ознакомление", exchange: "Импорт и экспорт",
      signInTitle: "Вход для редакторов", signInLead: "Логин и пароль те же, что в программе оператора.",
      login: "Логин", password: "Пароль", signIn: "Войти", signOut: "Выйти",
      badCredentials: "Логин или пароль не подходит.", forbidden: "У этой учётной записи нет роли редактора или руководителя.",
      tooMany: "Слишком много попыток. Попробуйте через {seconds} с.",
      offline: "Сервер не отвечает. Текст сохранён в этом браузере; попробуйте ещё раз.",
      failed: "Сервер не принял запрос: {code}.", signedOut: "Вход истёк. Войдите ещё раз: черновик сохранён.",
      search: "Поиск по словам", newArticle: "Новая", section: "Раздел", show: "Показывать", allSections: "Все разделы",
      stateLive: "Действующие", stateFlagged: "С замечаниями", stateExpired: "Просроченные", stateWithdrawn: "Снятые",
      foundOne: "{n} статья", foundFew: "{n} статьи", foundMany: "{n} статей", more: "Показать ещё",
      empty: "Выберите статью слева или начните новую.", expired: "проверить до {day}", must: "обязательная",
      flagsOne: "{n} замечание", flagsFew: "{n} замечания", flagsMany: "{n} замечаний", hasDraft: "есть черновик",
      name: "Заголовок", sectionHint: "Через « / »: Тарифы / Роуминг", body: "Текст", preview: "Как увидит оператор",
      bodyHint: "Markdown: ## заголовок, - список, 1. шаги, **важно**, | таблица |, [текст](kb:номер-статьи#якорь), ![подпись](файл.png)",
      tags: "Теги", commas: "через запятую", synonyms: "Как спрашивают клиенты", questions: "Вопросы",
      questionsHint: "По одному на строку. Варианты ответа через « | », верный со звёздочкой: Сколько дней? | 3 | *5 | 10",
      unit: "Ответственный отдел", author: "Автор", verified: "Проверено", expires: "Проверить до",
      mustRead: "Обязательно к ознакомлению", mustReadBy: "Ознакомиться до", askAgain: "Попросить всех прочитать заново",
      files: "Файлы", addFile: "Добавить файл", remove: "Убрать", insert: "Вставить в текст",
      fileTooLarge: "Файл «{name}» больше 20 МБ.", publish: "Опубликовать", withdraw: "Снять с публикации",
      withdrawSure: "Точно снять?", restore: "Вернуть в публикацию", discard: "Отменить правки", discardSure: "Точно отменить?",
      history: "История", historyOf: "История статьи", open: "Открыть в редакторе", published: "Опубликовано: {rev}.",
      withdrawn: "Статья снята с публикации. У операторов она исчезнет при ближайшей синхронизации.",
      withdrawnNow: "Статья снята с публикации. Её текст можно вернуть.", draftKept: "Черновик от {time}. Он ещё не опубликован.",
      needTitle: "Напишите заголовок.", needBody: "Напишите текст.", badQuestion: "Вопрос «{text}»: нужно от двух вариантов, один со звёздочкой.",
      someone: "система", putBy: "{name}, {time}", delBy: "снято с публикации: {name}, {time}", old: "Открыта прежняя редакция {rev}. «Опубликовать» сделает её текущей.",
      conflict: "Статью уже изменили", conflictLead: "Редакция {rev}: {name}, {time}. Она вышла, пока вы правили {base}. Ничего не потеряно: слева новая редакция, справа ваша.",
      theirs: "Опубликовано", mine: "У меня", keepMine: "Опубликовать моё поверх", takeTheirs: "Взять опубликованное", joinThem: "Править дальше, видя разницу",
      takenTheirs: "Открыта опубликованная редакция. Ваш вариант сохранён в этом браузере.", backToMine: "Вернуть мой вариант",
      joined: "Дополните свой текст и опубликуйте: он ляжет поверх {rev}.", nothing: "Здесь пока пусто.",
      flags: "Ошибки, отмеченные операторами", unfound: "Искали и не нашли", seenIn: "В редакции {rev}, сейчас {now}",
      quote: "Отмечено", passage: "Сейчас в статье", passageLike: "Похожее место сейчас", passageGone: "Этого места в статье больше нет.",
      toArticle: "Открыть статью", fixed: "Исправлено", declined: "Оставить как есть", write: "Написать статью", done: "Готово",
      kindOutdated: "устарело", kindWrong: "ошибка", kindUnclear: "непонятно", kindMissing: "не хватает", kindOther: "другое",
      timesOne: "{n} раз", timesFew: "{n} раза", timesMany: "{n} раз", peopleOne: "{n} человек", peopleFew: "{n} человека", peopleMany: "{n} человек",
      understoodAs: "понято как «{text}»", gapsTitle: "Кто ещё не прочитал", gapsLead: "Статьи, обязательные к ознакомлению. Новая редакция не сбрасывает отметки, пока редактор не попросит прочитать заново.",
      readOf: "прочитали {read} из {of}", by: "до {day}", overdue: "срок прошёл", allRead: "Прочитали все.", noGaps: "Обязательных статей сейчас нет.",
      importTitle: "Импорт", importLead: "Папка с файлами Markdown или HTML (подпапки становятся разделами), её архив .zip или файл .jsonl. Повторный импорт того же ничего не меняет.",
      pickFolder: "Выбрать папку", pickFile: "Выбрать файл", importing: "Загружаем…", packing: "Собираем файлы…",
      imported: "Добавлено: {added}, изменено: {changed}, без изменений: {unchanged}, не принято: {refused}.",
      exportTitle: "Экспорт", exportLead: "Вся действующая база. Архив .zip содержит статьи в Markdown и файлы к ним, .jsonl только тексты.",
      exportZip: "Скачать .zip", exportLines: "Скачать .jsonl", refusedName: "Файл", line: "строка {number}", refusedWhy: "Почему не принят",
      why_malformed: "не читается как статья", why_not_utf8: "текст не в UTF-8", why_too_large: "слишком большой файл", why_other: "не принято",
      noText: "В папке нет файлов Markdown или HTML.", outside: "ссылка вне базы: {address}", noFile: "файла «{name}» нет среди вложений",
    },
    en: {
      language: "Language", skip: "Skip to content", title: "Knowledge base", places: "Parts of the page",
      articles: "Articles", reports: "Reports", gaps: "Must-read", exchange: "Import and export",
      signInTitle: "Editors’ sign-in", signInLead: "The same login and password as in the operator’s desktop.",
      login: "Login", password: "Password", signIn: "Sign in", signOut: "Sign out",
      badCredentials: "Login or password is wrong.", forbidden: "This account has neither the editor’s nor the lead’s role.",
      tooMany: "Too many attempts. Try again in {seconds} s.",
      offline: "The server doesn’t answer. Your text is kept in this browser; try again.",
      failed: "The server refused the request: {code}.", signedOut: "Your sign-in has expired. Sign in again: the draft is kept.",
      search: "Search by words", newArticle: "New", section: "Section", show: "Show", allSections: "All sections",
      stateLive: "Published", stateFlagged: "With flags", stateExpired: "Expired", stateWithdrawn: "Withdrawn",
      foundOne: "{n} article", foundFew: "{n} articles", foundMany: "{n} articles", more: "Show more",
      empty: "Choose an article on the left, or start a new one.", expired: "verify by {day}", must: "must-read",
      flagsOne: "{n} flag", flagsFew: "{n} flags", flagsMany: "{n} flags", hasDraft: "has a draft",
      name: "Title", sectionHint: "With “ / ” between: Tariffs / Roaming", body: "Text", preview: "As operators see it",
      bodyHint: "Markdown: ## heading, - list, 1. steps, **strong**, | table |, [text](kb:article-id#anchor), ![caption](file.png)",
      tags: "Tags", commas: "separated by commas", synonyms: "What customers call it", questions: "Questions",
      questionsHint: "One a line. Answers after “ | ”, the right one with an asterisk: How many days? | 3 | *5 | 10",
      unit: "Responsible unit", author: "Author", verified: "Verified", expires: "Verify by",
      mustRead: "Must be read", mustReadBy: "Read by", askAgain: "Ask everybody to read it again",
      files: "Files", addFile: "Add a file", remove: "Remove", insert: "Insert into the text",
      fileTooLarge: "The file “{name}” is larger than 20 MB.", publish: "Publish", withdraw: "Withdraw",
      withdrawSure: "Withdraw, sure?", restore: "Publish again", discard: "Discard changes", discardSure: "Discard, sure?",
      history: "History", historyOf: "History of the article", open: "Open in the editor", published: "Published: {rev}.",
      withdrawn: "The article is withdrawn. It leaves the operators’ desktops with their next sync.",
      withdrawnNow: "This article is withdrawn. Its text can be published again.", draftKept: "Draft of {time}. It is not published yet.",
      needTitle: "Write a title.", needBody: "Write the text.", badQuestion: "Question “{text}”: give two answers or more, one with an asterisk.",
      someone: "the system", putBy: "{name}, {time}", delBy: "withdrawn by {name}, {time}", old: "This is the earlier revision {rev}. “Publish” makes it the current one.",
      conflict: "The article has changed meanwhile", conflictLead: "{name} published {rev} at {time} while you edited {base}. Nothing is lost: the new revision is on the left, yours on the right.",
      theirs: "Published", mine: "Mine", keepMine: "Publish mine over it", takeTheirs: "Take the published one", joinThem: "Go on editing, seeing the difference",
      takenTheirs: "The published revision is open. Yours is kept in this browser.", backToMine: "Back to mine",
      joined: "Complete your text and publish: it goes over {rev}.", nothing: "Nothing here yet.",
      flags: "Errors flagged by operators", unfound: "Searched for in vain", seenIn: "In revision {rev}, now {now}",
      quote: "Flagged", passage: "Now in the article", passageLike: "A similar passage now", passageGone: "This passage is no longer in the article.",
      toArticle: "Open the article", fixed: "Fixed", declined: "Leave as it is", write: "Write an article", done: "Done",
      kindOutdated: "outdated", kindWrong: "wrong", kindUnclear: "unclear", kindMissing: "missing", kindOther: "other",
      timesOne: "{n} time", timesFew: "{n} times", timesMany: "{n} times", peopleOne: "{n} person", peopleFew: "{n} people", peopleMany: "{n} people",
      understoodAs: "understood as “{text}”", gapsTitle: "Who has not read it yet", gapsLead: "Articles that must be read. A new revision keeps the acknowledgements unless the editor asks to read again.",
      readOf: "{read} of {of} have read it", by: "by {day}", overdue: "overdue", allRead: "Everybody has read it.", noGaps: "There is no must-read article now.",
      importTitle: "Import", importLead: "A folder of Markdown or HTML files (sub-folders become sections), a .zip of one, or a .jsonl file. Importing the same again changes nothing.",
      pickFolder: "Choose a folder", pickFile: "Choose a file", importing: "Uploading…", packing: "Collecting the files…",
      imported: "Added: {added}, changed: {changed}, unchanged: {unchanged}, refused: {refused}.",
      exportTitle: "Export", exportLead: "The whole published base. The .zip holds the articles in Markdown with their files, the .jsonl the texts alone.",
      exportZip: "Download .zip", exportLines: "Download .jsonl", refusedName: "File", line: "line {number}", refusedWhy: "Why it was refused",
      why_malformed: "can’t be read as an article", why_not_utf8: "the text is not in UTF-8", why_too_large: "the file is too large", why_other: "refused",
      noText: "There is no Markdown or HTML file in the folder.", outside: "a link outside the base: {address}", noFile: "“{name}” is not among the files",
    },
  };
  let lang = "ru";

  function say(key, values = {}) {
    return texts[lang][key].replace(/\{(\w+)\}/g, (hole, name) => String(values[name] ?? ""));
  }

  /** `key` with One, Few or Many, as the number wants it. */
  function count(key, n) {
    const rule = new Intl.PluralRules(lang === "ru" ? "ru" : "en").select(n);
    return say(key + ({one: "One", few: "Few"}[rule] ?? "Many"), {n: new Intl.NumberFormat(locale()).format(n)});
  }

  function locale() {
    return lang === "ru" ? "ru-RU" : "en-GB";
  }

  /** Puts the texts into everything marked with data-word, data-label or data-hint. */
  function fill(root) {
    for (const node of root.querySelectorAll("[data-word]")) node.textContent = say(node.dataset.word);
    for (const node of root.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
    for (const node of root.querySelectorAll("[data-hint]")) node.setAttribute("placeholder", say(node.dataset.hint));
  }

  return {
    say,
    count,
    fill,
    knows: (key) => key in texts[lang],
    keys: (of) => Object.keys(texts[of]),
    get lang() { return lang; },
    day: (text) => new Date(text + "T12:00:00").toLocaleDateString(locale(), {day: "numeric", month: "short", year: "numeric"}),
    time: (text) => new Date(text).toLocaleString(locale(), {day: "numeric", month: "short", hour: "2-digit", minute: "2-digit"}),
    use(next) { lang = texts[next] ? next : "ru"; },
  };
})();
