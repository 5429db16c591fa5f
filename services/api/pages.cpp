// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/pages.h"

#include "services/api/page_frame.h"
#include "services/documents/document_locale.h"

using namespace Qt::StringLiterals;

namespace tenantry::api {

namespace {

using billing::InvoiceStatus;

struct Language {
  explicit Language(const Customer &customer)
      : page(pageWords(customer.language)), paper(page.language, customer.country) {}
  const PageWords &page;
  documents::DocumentLocale paper;
};

struct State {
  InvoiceStatus status;
  bool isOverdue;
  bool isBeingPaid;
};

Markup stateBadge(const Language &in, const State &state) {
  const auto &words = in.paper.words();
  switch (state.status) {
  case InvoiceStatus::Paid:
    return badge(Tone::Success, words.paid);
  case InvoiceStatus::Void:
    return badge(Tone::Neutral, words.voided);
  case InvoiceStatus::Uncollectible:
    return badge(Tone::Neutral, words.uncollectible);
  default:
    break;
  }
  if (state.isBeingPaid)
    return badge(Tone::Info, in.page.beingPaid);
  return state.isOverdue ? badge(Tone::Danger, words.overdue) : badge(Tone::Warning, words.open);
}

QString declined(const PageWords &words, const QString &code) {
  if (code == "insufficient_funds"_L1)
    return words.insufficientFunds;
  if (code == "expired_card"_L1)
    return words.expiredCard;
  if (code == "authentication_required"_L1)
    return words.needsAction;
  return words.otherReason; // a lost or stolen card is nothing to tell whoever holds it
}

QString methodOf(const Customer &customer, const Language &in) {
  if (!customer.methodExpiresOn)
    return customer.method;
  const std::chrono::year_month_day day(*customer.methodExpiresOn);
  return in.page.methodUntil.arg(
      customer.method,
      u"%1/%2"_s.arg(unsigned(day.month()), 2, 10, QLatin1Char('0')).arg(int(day.year())));
}

Element formTo(const PagePlace &place, const QString &act) {
  return Element("form", {{"method", u"post"_s}, {"action", place.path + act}})
         << hidden("word", place.word);
}

Markup setUpForm(const PagePlace &place, const Customer &customer, const Language &in) {
  return formTo(place, u"/set-up"_s)
         << Markup(Element("p", {{"class", u"muted"_s}}) << in.page.setUpHint)
         << button(customer.method.isEmpty() ? in.page.setUpMethod : in.page.setUpOther);
}

/// What it was when it was shown: paying something else is refused.
Markup pictureOf(const InvoiceView &view) {
  Markup fields = hidden("try", QString::number(view.lastTry.number + 1));
  fields += hidden("amount", QString::number(view.invoice.amountDue()));
  return fields;
}

Markup paying(const PagePlace &place, const InvoiceView &view, const Language &in,
              CardProblem problem) {
  const QString due = in.paper.money(Money(view.invoice.amountDue(), view.invoice.currency));
  Markup content;
  if (view.lastTry.hasFailed())
    content +=
        notice(Tone::Danger, in.page.refused.arg(declined(in.page, view.lastTry.declineCode)));
  if (!view.customer.method.isEmpty()) {
    content += formTo(place, u"/pay"_s)
               << pictureOf(view)
               << Markup(Element("p", {{"class", u"muted"_s}})
                         << in.page.payWith.arg(methodOf(view.customer, in)))
               << button((view.lastTry.hasFailed() ? in.page.tryAgain : in.page.payNow).arg(due));
  }
  if (view.takesMethod() && !place.takesCards)
    content +=
        place.isHosted ? setUpForm(place, view.customer, in) : paragraph(in.page.askForMethod);
  if (view.takesMethod() && place.takesCards) {
    if (view.lastTry.hasFailed())
      content += Element("h2") << in.page.otherCard;
    content += formTo(place, u"/pay"_s)
               << pictureOf(view) << cardField(in.page, problem == CardProblem::Unknown)
               << button(in.page.payWithCard.arg(due));
  }
  return content;
}

Markup whatIsToDo(const PagePlace &place, const InvoiceView &view, const Language &in,
                  CardProblem problem) {
  switch (view.invoice.status) {
  case InvoiceStatus::Paid:
    return notice(Tone::Success, in.page.isPaid);
  case InvoiceStatus::Void:
    return notice(Tone::Neutral, in.page.isVoid);
  case InvoiceStatus::Uncollectible:
    return notice(Tone::Neutral, in.page.isUncollectible);
  default:
    break;
  }
  if (view.lastTry.isRunning())
    return notice(Tone::Info, view.lastTry.status == payments::AttemptStatus::Unknown
                                  ? in.page.isUnknown
                                  : in.page.isRunning);
  return paying(place, view, in, problem);
}

Markup factsOf(const InvoiceView &view, const Language &in) {
  const auto &words = in.paper.words();
  const auto &invoice = view.invoice;
  const auto money = [&](std::int64_t minor) {
    return in.paper.money(Money(minor, invoice.currency));
  };
  Element facts("dl");
  if (invoice.issuedOn)
    std::move(facts) << fact(words.issued, in.paper.date(*invoice.issuedOn));
  if (invoice.dueOn && invoice.status == InvoiceStatus::Open)
    std::move(facts) << fact(words.due, in.paper.date(*invoice.dueOn));
  std::move(facts) << fact(words.total, money(invoice.total));
  if (invoice.balanceApplied != 0)
    std::move(facts) << fact(words.balanceApplied, money(-invoice.balanceApplied));
  if (invoice.credited != 0)
    std::move(facts) << fact(words.credited, money(-invoice.credited));
  if (invoice.paid != 0)
    std::move(facts) << fact(words.amountPaid, money(-invoice.paid));
  if (invoice.status == InvoiceStatus::Open)
    std::move(facts) << fact(words.amountDue, money(invoice.amountDue()));
  return facts;
}

Markup paperLink(const QString &href, const Language &in, const QString &label) {
  return Element("a", {{"href", href}, {"aria-label", label}}) << in.page.download;
}

Markup cell(const QString &label, const Markup &content) {
  return Element("td", {{"data-label", label}}) << content;
}

Markup amountCell(const QString &label, const QString &amount) {
  return Element("td", {{"data-label", label}, {"class", u"amount"_s}}) << amount;
}

Markup tableOf(const QStringList &columns, const Markup &rows) {
  Element heads("tr");
  for (const auto &column : columns)
    std::move(heads) << Markup(Element("th", {{"scope", u"col"_s}}) << column);
  return Element("table") << Markup(Element("thead") << heads) << Markup(Element("tbody") << rows);
}

Markup rowOf(const PagePlace &place, const ListedInvoice &invoice, const Language &in) {
  const auto &words = in.paper.words();
  const QString page = place.path + u"/invoice/"_s + invoice.id.toString();
  const auto day = [&](const std::optional<LocalDay> &given) {
    return Markup(given ? in.paper.date(*given) : QString());
  };
  Element row("tr");
  std::move(row) << Markup(Element("th", {{"scope", u"row"_s}})
                           << Markup(Element("a", {{"href", page}}) << invoice.number))
                 << cell(words.issued, day(invoice.issuedOn)) << cell(words.due, day(invoice.dueOn))
                 << amountCell(words.total, in.paper.money(invoice.total))
                 << cell(in.page.status,
                         stateBadge(in, {invoice.status, invoice.isOverdue, invoice.isBeingPaid}))
                 << cell({}, invoice.kind == billing::InvoiceKind::Imported
                                 ? Markup()
                                 : paperLink(page + u"/pdf"_s, in,
                                             in.page.downloadOf.arg(invoice.number)));
  return row;
}

Markup invoicesOf(const PagePlace &place, const AccountView &view, const Language &in) {
  const auto &words = in.paper.words();
  Markup rows;
  for (const auto &invoice : view.invoices)
    rows += rowOf(place, invoice, in);
  return tableOf(
      {words.number, words.issued, words.due, words.total, in.page.status, in.page.download}, rows);
}

Markup creditNotesOf(const PagePlace &place, const AccountView &view, const Language &in) {
  const auto &words = in.paper.words();
  Markup rows;
  for (const auto &note : view.creditNotes) {
    const auto pdf = place.path + u"/credit-note/"_s + note.id.toString() + u"/pdf"_s;
    rows += Element("tr") << Markup(Element("th", {{"scope", u"row"_s}}) << note.number)
                          << cell(words.issued, Markup(in.paper.date(note.issuedOn)))
                          << amountCell(words.total, in.paper.money(note.total))
                          << cell({}, paperLink(pdf, in,
                                                in.page.downloadOfCreditNote.arg(note.number)));
  }
  return tableOf({words.number, words.issued, words.total, in.page.download}, rows);
}

http::Response sentence(int status, const PageWords &words, const QString &title,
                        const QString &text) {
  return framed(status, {words, title}, paragraph(text));
}

} // namespace

http::Response invoicePage(const PagePlace &place, const InvoiceView &view, CardProblem problem) {
  const Language in(view.customer);
  Markup content = Element("p") << stateBadge(
                       in, {view.invoice.status, view.isOverdue, view.lastTry.isRunning()});
  content += factsOf(view, in);
  if (view.hasPaper())
    content += Element("p") << paperLink(place.path + u"/pdf"_s, in,
                                         in.page.downloadOf.arg(view.invoice.number));
  content += Element("section") << whatIsToDo(place, view, in, problem);
  const QString title = in.paper.words().invoice + u' ' + view.invoice.number;
  return framed(problem == CardProblem::None ? 200 : 422,
                {in.page, title, place.issuer, view.lastTry.isRunning()}, content);
}

http::Response accountPage(const PagePlace &place, const AccountView &view,
                           const AccountNote &note) {
  const Language in(view.customer);
  Markup content;
  if (note.isChanged)
    content += notice(Tone::Success, in.page.methodChanged);
  content += Element("h2") << in.page.invoices;
  content += view.invoices.empty() ? paragraph(in.page.noInvoices) : invoicesOf(place, view, in);
  if (!note.isFirstPage)
    content += Element("p") << Markup(Element("a", {{"href", place.path}}) << in.page.latest);
  if (view.next)
    content += Element("p") << Markup(
                   Element("a", {{"href", place.path + u"?after="_s + view.next->toString()}})
                   << in.page.older);
  if (!view.creditNotes.empty()) {
    content += Element("h2") << in.page.creditNotes;
    content += creditNotesOf(place, view, in);
  }
  content += Element("h2") << in.page.method;
  content +=
      paragraph(view.customer.method.isEmpty() ? in.page.noMethod
                                               : in.page.methodIs.arg(methodOf(view.customer, in)));
  if (place.takesCards)
    content += formTo(place, u"/method"_s)
               << cardField(in.page, note.problem == CardProblem::Unknown)
               << button(in.page.changeMethod);
  else
    content +=
        place.isHosted ? setUpForm(place, view.customer, in) : paragraph(in.page.askForMethod);
  return framed(note.problem == CardProblem::None ? 200 : 422,
                {in.page, view.customer.name, place.issuer}, content);
}

http::Response leadingPage(const QString &language, const QString &url) {
  const auto &words = pageWords(language);
  Markup content = paragraph(words.leadText);
  content += Element("p") << Markup(Element("a", {{"href", url}, {"rel", u"noreferrer"_s}})
                                    << words.leadLink);
  return framed(200, {.words = words, .title = words.leadTitle, .leadsTo = url}, content);
}

http::Response returnPage(const ReturnView &view) {
  const Language in(view.customer);
  Markup content;
  if (view.isDone)
    content += notice(Tone::Success, in.page.methodChanged);
  else if (view.isOpen)
    content += notice(Tone::Info, in.page.returnOpen);
  content +=
      paragraph(view.customer.method.isEmpty() ? in.page.noMethod
                                               : in.page.methodIs.arg(methodOf(view.customer, in)));
  content += paragraph(view.isDone ? in.page.returnOn : in.page.returnText);
  return framed(200, {in.page, in.page.method, {}, view.isOpen}, content);
}

http::Response providerAwayPage(const QString &language) {
  const auto &words = pageWords(language);
  return sentence(503, words, words.awayTitle, words.awayText);
}

http::Response providerRefusesPage(const QString &language) {
  const auto &words = pageWords(language);
  return sentence(502, words, words.refusesTitle, words.refusesText);
}

http::Response noSuchLinkPage(const QString &language) {
  const auto &words = pageWords(language);
  return sentence(404, words, words.linkTitle, words.linkText);
}

http::Response tryAgainPage(const QString &language) {
  const auto &words = pageWords(language);
  auto response = sentence(503, words, words.againTitle, words.againText);
  response.headers.emplace_back("Retry-After", "5");
  return response;
}

http::Response badFormPage(const QString &language) {
  const auto &words = pageWords(language);
  return sentence(400, words, words.formTitle, words.formText);
}

} // namespace tenantry::api
