"use strict";

/** Texts of the page in both languages; `words.say(key, values)` in the language of the moment. */
const words = (() => {
  const texts = {
    ru: {
      language: "Язык",
      hello: "Чем помочь?",
      lead: "Опишите вопрос. Оператор ответит здесь, обычно за минуту.",
      name: "Как к вам обращаться",
      phone: "Телефон",
      optional: "по желанию",
      phoneHint: "По номеру оператор быстрее найдёт договор.",
      question: "Ваш вопрос",
      begin: "Начать чат",
      beginning: "Соединяем…",
      privacy: "Не пишите здесь коды из СМС и данные карты: оператор их не спрашивает.",
      needName: "Напишите, как к вам обращаться.",
      needQuestion: "Напишите вопрос, хотя бы коротко.",
      badPhone: "В номере не хватает цифр. Образец: +7 927 555-01-34.",
      cantStart: "Не получилось соединиться. Проверьте интернет и попробуйте ещё раз.",
      tooMany: "Слишком много попыток. Попробуйте через {seconds} с.",
      messages: "Сообщения",
      yourMessage: "Сообщение",
      writeHere: "Напишите сообщение",
      send: "Отправить",
      end: "Завершить",
      endSure: "Точно?",
      again: "Начать новый чат",
      ended: "Чат завершён. Если вопрос остался, начните новый.",
      searching: "Ищем оператора",
      ahead: "Перед вами {count}",
      online: "На связи {name}",
      closed: "Чат завершён",
      offline: "Нет связи. Сообщения отправятся, когда она появится.",
      typing: "{name} печатает",
      operator: "Оператор",
      you: "Вы",
      pending: "отправляется",
      sent: "отправлено",
      delivered: "доставлено",
      read: "прочитано",
      failed: "не отправлено",
      assigned: "К чату подключается {name}",
      requeued: "Связь с оператором прервалась. Ищем другого.",
      left: "Вы завершили чат",
      closedNote: "{name} завершает чат",
      slowDown: "Вы пишете очень часто. Отправим через {seconds} с.",
      expired: "Прошли сутки, этот чат закрыт.",
      today: "Сегодня",
      yesterday: "Вчера",
    },
    en: {
      language: "Language",
      hello: "How can we help?",
      lead: "Describe your question. An operator answers here, usually within a minute.",
      name: "Your name",
      phone: "Phone number",
      optional: "optional",
      phoneHint: "It helps the operator find your contract faster.",
      question: "Your question",
      begin: "Start the chat",
      beginning: "Connecting…",
      privacy: "Don’t write SMS codes or card details here: our operators never ask for them.",
      needName: "Tell us what to call you.",
      needQuestion: "Write your question, even in a few words.",
      badPhone: "The number is too short. Example: +7 927 555-01-34.",
      cantStart: "No connection. Check your internet and try again.",
      tooMany: "Too many attempts. Try again in {seconds} s.",
      messages: "Messages",
      yourMessage: "Message",
      writeHere: "Write a message",
      send: "Send",
      end: "End chat",
      endSure: "Sure?",
      again: "Start a new chat",
      ended: "The chat has ended. If your question remains, start a new one.",
      searching: "Looking for an operator",
      ahead: "{count} ahead of you",
      online: "{name} is with you",
      closed: "The chat has ended",
      offline: "You are offline. Messages will be sent when you are back.",
      typing: "{name} is typing",
      operator: "Operator",
      you: "You",
      pending: "sending",
      sent: "sent",
      delivered: "delivered",
      read: "read",
      failed: "not sent",
      assigned: "{name} joins the chat",
      requeued: "The operator lost the connection. Looking for another one.",
      left: "You ended the chat",
      closedNote: "{name} ends the chat",
      slowDown: "You write very fast. Sending in {seconds} s.",
      expired: "A day has passed, this chat is closed.",
      today: "Today",
      yesterday: "Yesterday",
    },
  };
  let lang = "ru";

  function say(key, values = {}) {
    return texts[lang][key].replace(/\{(\w+)\}/g, (hole, name) => String(values[name] ?? ""));
  }

  /** Puts the texts into everything marked with data-word, data-label or data-hint. */
  function fill(root) {
    for (const node of root.querySelectorAll("[data-word]")) node.textContent = say(node.dataset.word);
    for (const node of root.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
    for (const node of root.querySelectorAll("[data-hint]")) node.setAttribute("placeholder", say(node.dataset.hint));
  }

  return {
    say,
    fill,
    get lang() { return lang; },
    get locale() { return lang === "ru" ? "ru-RU" : "en-GB"; },
    use(next) { lang = texts[next] ? next : "ru"; },
  };
})();
