// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/invoice_inspector.h"
#include "ui/billing/finding_words.h"
#include "ui/billing/line_row.h"
#include "ui/billing/money_words.h"
#include "ui/billing/past_invoices.h"
#include "ui/billing/pay_words.h"
#include "ui/charts/bar_chart.h"
#include "ui/organizations/tab_page.h"
#include "ui/organizations/words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/inspector_head.h"
#include "ui/widgets/label.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/scroll_page.h"
#include "ui/widgets/separator.h"
#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int inspectorWidth = 332, pastHeight = 132;

bool isLine(const billing::StoredLine &line) {
  return line.kind != u"discount" && line.kind != u"tax";
}

} // namespace

InvoiceInspector::InvoiceInspector(QWidget *parent)
    : Surface(Kind::Subtle, parent), m_head(new InspectorHead), m_lines(makeSnugCard(tr("Lines"))),
      m_history(makeSnugCard(tr("Last invoices"))), m_past(new BarChart),
      m_dates(makeFactCard(tr("Dates"))), m_holds(makeSnugCard(tr("On hold"))),
      m_approvals(makeSnugCard(tr("Four eyes"))), m_credits(makeSnugCard(tr("Credit notes"))),
      m_open(makeButton(tr("Open organization"), ButtonVariant::Secondary, u"building"_s)),
      m_credit(makeButton(tr("Credit…"), ButtonVariant::Secondary, u"minus"_s)),
      m_payments(makeSnugCard(tr("Payments"))),
      m_receive(makeButton(tr("Record payment…"), ButtonVariant::Secondary)),
      m_refund(makeButton(tr("Refund…"), ButtonVariant::Secondary)),
      m_takeBack(makeButton(tr("Take back payment…"), ButtonVariant::Secondary)),
      m_void(makeButton(tr("Void…"), ButtonVariant::Secondary)),
      m_again(makeButton(tr("Issue again…"), ButtonVariant::Secondary)), m_state(new EmptyState),
      m_pages(new QStackedLayout(this)) {
  setFixedWidth(inspectorWidth);
  m_pages->addWidget(makeSheet());
  m_pages->addWidget(m_state);
  connect(m_state, &EmptyState::actionTriggered, this, &InvoiceInspector::retryRequested);
  m_history->body()->addWidget(m_past);
  m_past->setFixedHeight(pastHeight);
  m_past->setLeads(true);
  m_past->setAccessibleName(tr("Last invoices")); // before there are any
  connect(m_past, &Chart::pointActivated, this, [this](std::size_t point) {
    if (const auto number = m_numbers.value(qsizetype(point)); !number.isEmpty())
      Q_EMIT placeRequested({Place::Kind::Invoice, number, {}, {}});
  });
  m_lines->body()->setSpacing(2);
  m_credits->body()->setSpacing(2);
  m_payments->body()->setSpacing(2);
  showNothing();
}

QWidget *InvoiceInspector::makeSheet() {
  auto *content = new Surface(Kind::Subtle);
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x4, space::x4, space::x4, space::x4);
  column->setSpacing(space::x3);
  column->addWidget(m_head);
  for (auto *card : {m_holds, m_approvals, m_history, m_lines, m_payments, m_credits, m_dates})
    column->addWidget(card);
  connect(m_open, &QPushButton::clicked, this, &InvoiceInspector::organizationRequested);
  addAction(new ButtonAction(m_open, icon(u"building"_s), Qt::CTRL | Qt::ALT | Qt::Key_O));
  auto *acts = new QHBoxLayout;
  acts->setSpacing(space::x2);
  acts->addWidget(m_open);
  acts->addWidget(m_credit);
  acts->addStretch();
  column->addLayout(acts);
  column->addWidget(makePaymentActs());
  column->addWidget(m_takeBack, 0, Qt::AlignLeft);
  connect(m_takeBack, &QPushButton::clicked, this, &InvoiceInspector::takeBackRequested);
  m_takeBack->hide();
  column->addWidget(m_void, 0, Qt::AlignLeft); // apart: it is final
  connect(m_void, &QPushButton::clicked, this, &InvoiceInspector::voidRequested);
  m_void->hide();
  column->addWidget(m_again, 0, Qt::AlignLeft);
  connect(m_again, &QPushButton::clicked, this, &InvoiceInspector::againRequested);
  m_again->hide();
  connect(m_credit, &QPushButton::clicked, this, &InvoiceInspector::creditRequested);
  m_credit->hide();
  column->addStretch();
  auto *scroll = new ScrollPage(tr("Invoice"));
  scroll->setWidget(content);
  return scroll;
}

QWidget *InvoiceInspector::makePaymentActs() {
  auto *acts = new QWidget;
  auto *row = new QHBoxLayout(acts);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  for (auto *button : {m_receive, m_refund}) {
    row->addWidget(button);
    button->hide();
  }
  row->addStretch();
  connect(m_receive, &QPushButton::clicked, this, &InvoiceInspector::receiveRequested);
  connect(m_refund, &QPushButton::clicked, this, &InvoiceInspector::refundRequested);
  return acts;
}

void InvoiceInspector::showSheet(const models::InvoiceSheet &sheet) {
  const QString number =
      sheet.invoice.number.isEmpty() ? tr("not numbered yet") : sheet.invoice.number;
  m_head->set(sheet.organizationName,
              sheet.planName.isEmpty() ? number : u"%1, %2"_s.arg(number, sheet.planName));
  const auto look = sheet.note        ? StatusLook{tr("Credit note"), Tone::Neutral, false}
                    : sheet.isPreview ? StatusLook{tr("Preview"), Tone::Neutral, false}
                                      : statusLook(sheet.invoice, sheet.today);
  const bool isUnapproved = sheet.needsApproval && sheet.approvals.empty();
  const auto shown = !sheet.holds.empty() ? StatusLook{tr("On hold"), Tone::Warning, true}
                     : isUnapproved       ? StatusLook{tr("Needs approval"), Tone::Warning, true}
                                          : look;
  m_head->setStatus(shown.text, shown.tone, shown.isState ? BadgeKind::State : BadgeKind::Class);
  showHolds(sheet);
  showApprovals(sheet);
  showHistory(sheet);
  showLines(sheet);
  showSums(sheet);
  showDates(sheet);
  showAgain(sheet);
  m_isVoid = !sheet.note && sheet.invoice.status == billing::InvoiceStatus::Void;
  sheet.note ? showOutcome(sheet) : showCredits(sheet);
  showPayments(sheet);
  setBlocked(m_open, {});
  m_pages->setCurrentIndex(0);
}

void InvoiceInspector::showHolds(const models::InvoiceSheet &sheet) {
  clearLayout(m_holds->body());
  m_holds->setVisible(!sheet.holds.empty());
  for (const auto &hold : sheet.holds) {
    auto *reason = new Label(hold.reason, TextStyle::Body);
    reason->setWordWrap(true);
    m_holds->body()->addWidget(reason);
    const auto since = formatDay(sheet.zone.dayOf(hold.heldAt), locale());
    auto *who =
        new Label(hold.invoice ? tr("by %1, %2").arg(hold.heldBy, since)
                               : tr("the whole organization, by %1, %2").arg(hold.heldBy, since),
                  TextStyle::Meta, Tone::Muted);
    who->setWordWrap(true);
    m_holds->body()->addWidget(who);
  }
}

void InvoiceInspector::showApprovals(const models::InvoiceSheet &sheet) {
  clearLayout(m_approvals->body());
  m_approvals->setVisible(sheet.needsApproval);
  if (!sheet.needsApproval)
    return;
  auto *rule =
      new Label(sheet.approvals.empty() ? tr("One person approves it, another finalizes it.")
                                        : tr("Somebody else can finalize it."),
                TextStyle::Body);
  rule->setWordWrap(true);
  m_approvals->body()->addWidget(rule);
  for (const auto &approval : sheet.approvals)
    m_approvals->body()->addWidget(new Label(
        tr("approved by %1, %2")
            .arg(approval.approvedBy, formatDay(sheet.zone.dayOf(approval.approvedAt), locale())),
        TextStyle::Meta, Tone::Muted));
}

void InvoiceInspector::showHistory(const models::InvoiceSheet &sheet) {
  m_history->setVisible(!sheet.history.empty());
  if (sheet.history.empty())
    return;
  const bool standsOut = sheet.finding.kind != billing::Finding::Kind::None;
  m_history->setTitle(standsOut ? findingText(sheet.finding, locale()) : tr("Last invoices"));
  m_history->setFact(standsOut ? tr("vs the last one") : QString());
  m_history->setFormula(tr("Totals of the invoices before and of this one, taxes included."),
                        formatAsOf(sheet.readAt, sheet.zone, locale()));
  m_numbers.clear();
  for (const auto &past : sheet.history)
    m_numbers += past.number;
  m_past->setData(pastInvoices(sheet, standsOut, locale()));
}

void InvoiceInspector::showLines(const models::InvoiceSheet &sheet) {
  clearLayout(m_lines->body());
  m_lines->setFact(sheet.invoice.currency.code());
  for (const auto &line : sheet.lines) {
    if (!isLine(line))
      continue;
    const auto amount = formatMoney({line.amount, sheet.invoice.currency}, locale());
    auto *row = new LineRow(lineText(line, sheet, locale()), amount, line.partFrom.has_value());
    connect(row, &LineRow::clicked, this, [this, line] { Q_EMIT lineRequested(line); });
    m_lines->body()->addWidget(row);
  }
}

void InvoiceInspector::showSums(const models::InvoiceSheet &sheet) {
  const auto &invoice = sheet.invoice;
  auto *body = m_lines->body();
  const auto add = [&](const QString &what, std::int64_t amount) {
    auto *row = new FactRow(what, formatMoney({amount, invoice.currency}, locale()));
    row->setKeyWraps(); // the name of a discount or a tax
    body->addWidget(row);
    return row;
  };
  body->addWidget(new Separator);
  std::int64_t subtotal = 0;
  for (const auto &line : sheet.lines)
    subtotal += isLine(line) ? line.amount : 0;
  add(tr("Subtotal"), subtotal);
  for (const auto &line : sheet.lines)
    if (!isLine(line)) {
      const auto text = lineText(line, sheet, locale());
      add(text.how.isEmpty() ? text.what : u"%1, %2"_s.arg(text.what, text.how), line.amount);
    }
  if (invoice.reverseCharge)
    body->addWidget(new FactRow(tr("Tax"), tr("reverse charge")));
  body->addWidget(new Separator);
  add(sheet.note ? tr("Credited") : tr("Total"), invoice.total)->setStrong();
  if (sheet.note)
    return;
  if (invoice.balanceApplied > 0)
    add(tr("From the balance"), -invoice.balanceApplied);
  if (invoice.credited > 0)
    add(tr("Credited"), -invoice.credited);
  if (invoice.paid > 0)
    add(tr("Paid"), -invoice.paid);
  if (!sheet.isPreview && invoice.status != billing::InvoiceStatus::Void)
    add(tr("Amount due"), invoice.amountDue())->setStrong();
}

void InvoiceInspector::showDates(const models::InvoiceSheet &sheet) {
  clearLayout(m_dates->body());
  m_dates->setFact(sheet.zone.id());
  const auto add = [&](const QString &what, const std::optional<LocalDay> &day) {
    if (day)
      m_dates->body()->addWidget(new FactRow(what, formatDay(*day, locale())));
  };
  if (sheet.invoice.status == billing::InvoiceStatus::Draft && !sheet.isPreview)
    add(tr("Drafted"), sheet.zone.dayOf(sheet.invoice.createdAt));
  add(tr("Issued"), sheet.invoice.issuedOn);
  add(tr("Due"), sheet.invoice.dueOn);
  if (sheet.invoice.paidAt)
    add(tr("Paid"), sheet.zone.dayOf(*sheet.invoice.paidAt));
}

void InvoiceInspector::addLink(Card *card, const LineText &text, const QString &amount,
                               const Place &place) {
  auto *row = new LineRow(text, amount, true);
  row->setToolTip(place.kind == Place::Kind::Invoices ? tr("Open the draft")
                                                      : tr("Open %1").arg(place.key));
  connect(row, &LineRow::clicked, this, [this, place] { Q_EMIT placeRequested(place); });
  card->body()->addWidget(row);
}

void InvoiceInspector::showCredits(const models::InvoiceSheet &sheet) {
  clearLayout(m_credits->body());
  m_credits->setTitle(tr("Credit notes"));
  m_credits->setVisible(!sheet.credits.empty());
  for (const auto &note : sheet.credits)
    addLink(m_credits, {note.number, note.reason},
            formatMoney({-note.total, note.currency}, locale()),
            {Place::Kind::CreditNote, note.number, {}, {}});
}

/// What bills it now, or in whose place it stands.
void InvoiceInspector::showAgain(const models::InvoiceSheet &sheet) {
  const auto &links = sheet.again;
  if (links.again)
    addLink(m_dates,
            {links.againNumber.isEmpty() ? tr("Issued again as a draft")
                                         : tr("Issued again as %1").arg(links.againNumber),
             {}},
            {}, invoicePlace(*links.again, links.againNumber));
  if (links.instead)
    addLink(m_dates, {tr("Again for %1").arg(links.insteadNumber), {}}, {},
            invoicePlace(*links.instead, links.insteadNumber));
}

void InvoiceInspector::showPayments(const models::InvoiceSheet &sheet) {
  clearLayout(m_payments->body());
  const auto &money = sheet.money;
  m_payments->setVisible(!money.payments.empty());
  m_hasRecorded = std::any_of(money.payments.begin(), money.payments.end(),
                              [](const auto &payment) { return payment.isRecorded; });
  const auto add = [&](const LineText &text, const Money &amount) {
    m_payments->body()->addWidget(new LineRow(text, formatMoney(amount, locale()), false));
  };
  for (const auto &refund : money.refunds)
    add(refundText(refund, sheet.zone, locale()), -refund.amount);
  for (const auto &payment : money.payments)
    add(paymentText(payment, sheet.zone, locale()), {payment.applied, payment.currency});
}

void InvoiceInspector::showKeysOf(const Keys &keys) {
  for (const auto &[button, action] :
       {std::pair(m_credit, keys.credit), std::pair(m_receive, keys.receive),
        std::pair(m_refund, keys.refund), std::pair(m_takeBack, keys.takeBack),
        std::pair(m_void, keys.voiding), std::pair(m_again, keys.again)})
    setHint(button, nameWithKeys(button->text(), action->shortcut()));
}

void InvoiceInspector::offerPayments(const QString &receiveBlocked, const QString &refundBlocked) {
  for (const auto &[button, blocked] :
       {std::pair(m_receive, receiveBlocked), std::pair(m_refund, refundBlocked)}) {
    button->show();
    setBlocked(button, blocked);
  }
}

/// What it corrects, and where the money went.
void InvoiceInspector::showOutcome(const models::InvoiceSheet &sheet) {
  const auto &note = *sheet.note;
  clearLayout(m_credits->body());
  m_credits->setTitle(tr("What it corrects"));
  m_credits->setVisible(true);
  for (const auto &number : note.corrects) {
    std::int64_t lowered = 0;
    for (const auto &one : sheet.lowered)
      lowered += one.number == number ? one.amount : 0;
    addLink(m_credits,
            {number, lowered > 0 ? tr("less to pay") : tr("nothing was open of it any more")},
            lowered > 0 ? formatMoney({-lowered, note.currency}, locale()) : QString(),
            {Place::Kind::Invoice, number, {}, {}});
  }
  if (note.toBalance > 0)
    m_credits->body()->addWidget(
        new FactRow(tr("To the balance"), formatMoney({note.toBalance, note.currency}, locale())));
  if (!note.reason.isEmpty()) {
    auto *reason = new FactRow(tr("Reason"), note.reason);
    reason->setWraps();
    m_credits->body()->addWidget(reason);
  }
}

void InvoiceInspector::offerCorrections(const QString &creditBlocked, const QString &voidBlocked) {
  for (const auto &[button, blocked] :
       {std::pair(m_credit, creditBlocked), std::pair(m_void, voidBlocked)}) {
    button->show();
    setBlocked(button, blocked);
  }
}

void InvoiceInspector::offerTakeBack(const QString &blocked) {
  m_takeBack->setVisible(m_hasRecorded);
  setBlocked(m_takeBack, blocked);
}

void InvoiceInspector::offerAgain(const QString &blocked) {
  m_again->setVisible(m_isVoid);
  setBlocked(m_again, blocked);
}

/// In place of an invoice.
void InvoiceInspector::showState() {
  setBlocked(m_open, tr("Choose an invoice"));
  m_pages->setCurrentWidget(m_state);
}

void InvoiceInspector::showLoading() {
  m_state->showLoading();
  showState();
}

void InvoiceInspector::showNothing() {
  m_state->showMessage(EmptyState::Kind::Empty, {tr("No invoice chosen"),
                                                 tr("Choose one to see its lines, and a usage "
                                                    "line to see the events behind it."),
                                                 {},
                                                 u"file-text"_s});
  showState();
}

void InvoiceInspector::showError(const Error &error, bool isNote) {
  m_state->showMessage(EmptyState::Kind::Error, {isNote ? tr("This credit note could not be loaded")
                                                        : tr("This invoice could not be loaded"),
                                                 saidWithReference(error), tr("Try again")});
  showState();
}

} // namespace tenantry::ui
