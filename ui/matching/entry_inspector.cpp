// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/entry_inspector.h"
#include "ui/billing/line_row.h"
#include "ui/matching/bank_words.h"
#include "ui/matching/dismiss_offers.h"
#include "ui/organizations/tab_page.h"
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
#include <QBoxLayout>
#include <QPushButton>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int entryInspectorWidth = 332;
}

EntryInspector::EntryInspector(QWidget *parent)
    : Surface(Kind::Subtle, parent), m_head(new InspectorHead),
      m_text(makeSnugCard(tr("What the payer wrote"))), m_remittance(new Label),
      m_reason(makeSnugCard({})), m_why(new Label({}, TextStyle::Body, Tone::Text2)),
      m_twin(makeSnugCard(tr("It may be"))), m_proposals(makeSnugCard(tr("It may mean"))),
      m_returnable(makeSnugCard(tr("It may be the money of"))), m_paid(makeSnugCard(tr("It paid"))),
      m_facts(makeFactCard(tr("What the bank says"))),
      m_assign(makeButton(tr("Assign…"), ButtonVariant::Secondary, u"check"_s)),
      m_undo(makeButton(tr("Undo assignment…"), ButtonVariant::Secondary, u"repeat"_s)),
      m_returned(makeButton(tr("Sent back…"), ButtonVariant::Secondary, u"repeat"_s)),
      m_dismiss(makeButton(tr("Not a customer's"), ButtonVariant::Secondary, u"x"_s)),
      m_takeBack(makeButton(tr("Let it wait again"), ButtonVariant::Secondary, u"repeat"_s)),
      m_another(makeButton(tr("Another payment"), ButtonVariant::Secondary, u"check"_s)),
      m_same(makeButton(tr("The same, told again"), ButtonVariant::Secondary, u"copy"_s)),
      m_state(new EmptyState), m_pages(new QStackedLayout(this)) {
  setFixedWidth(entryInspectorWidth);
  auto *content = new Surface(Kind::Subtle);
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x4, space::x4, space::x4, space::x4);
  column->setSpacing(space::x3);
  column->addWidget(m_head);
  column->addWidget(makeActs());
  for (auto *label : {m_remittance, m_why}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  m_text->body()->addWidget(m_remittance);
  m_reason->body()->addWidget(m_why);
  for (auto *card : {m_reason, m_twin, m_proposals, m_returnable, m_paid, m_text, m_facts})
    column->addWidget(card);
  column->addStretch();
  auto *scroll = new ScrollPage(tr("Entry"));
  scroll->setWidget(content);
  m_pages->addWidget(scroll);
  m_pages->addWidget(m_state);
  connect(m_state, &EmptyState::actionTriggered, this, &EntryInspector::retryRequested);
  showNothing();
}

QWidget *EntryInspector::makeActs() {
  auto *acts = new QWidget;
  auto *row = new QHBoxLayout(acts);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  for (auto *button : {m_assign, m_undo, m_returned, m_another, m_same, m_dismiss, m_takeBack})
    row->addWidget(button);
  row->addStretch();
  connect(m_assign, &QPushButton::clicked, this, &EntryInspector::assignRequested);
  connect(m_undo, &QPushButton::clicked, this, &EntryInspector::undoRequested);
  connect(m_returned, &QPushButton::clicked, this, &EntryInspector::returnRequested);
  connect(m_dismiss, &QPushButton::clicked, this, &EntryInspector::dismissRequested);
  connect(m_takeBack, &QPushButton::clicked, this, &EntryInspector::takeBackRequested);
  connect(m_another, &QPushButton::clicked, this, &EntryInspector::anotherRequested);
  connect(m_same, &QPushButton::clicked, this, &EntryInspector::sameRequested);
  return acts;
}

void EntryInspector::showSheet(const models::BankEntrySheet &sheet) {
  const auto &kept = sheet.kept;
  const auto look = bankLook(kept);
  m_head->set(payerOf(kept.entry), u"%1, %2"_s.arg(formatMoney(kept.entry.amount, locale()),
                                                   formatDay(kept.entry.bookedOn, locale())));
  m_head->setStatus(look.text, look.tone, look.isState ? BadgeKind::State : BadgeKind::Class);
  using Status = payments::BankEntryStatus;
  const bool isWaiting = kept.status == Status::Waiting;
  const bool wentOut = kept.entry.amount.minor() < 0;
  m_assign->setVisible(isWaiting && !kept.isHeld() && !wentOut);
  m_returned->setVisible(isWaiting && !kept.isHeld() && wentOut);
  m_undo->setVisible(kept.status == Status::Matched && !kept.isReturned());
  m_dismiss->setVisible(isWaiting && !kept.isHeld());
  m_another->setVisible(isWaiting && kept.isHeld());
  m_same->setVisible(isWaiting && kept.isHeld());
  m_takeBack->setVisible(kept.status == Status::NotOurs || kept.status == Status::Repeated);
  m_text->setVisible(!kept.entry.remittance.isEmpty());
  m_remittance->setText(kept.entry.remittance);
  showReason(sheet);
  showTwin(sheet);
  showProposals(sheet);
  showReturnable(sheet);
  showPaid(sheet);
  showEntry(sheet);
  blockRows();
  m_pages->setCurrentIndex(0);
}

/// A row does what a button does, and is blocked with it.
void EntryInspector::blockRows() {
  for (const auto &[card, why] : {std::pair(m_proposals, m_obstacles.assign),
                                  std::pair(m_returnable, m_obstacles.takeReturned)})
    for (auto *row : card->findChildren<LineRow *>())
      setBlocked(row, why);
}

void EntryInspector::showReason(const models::BankEntrySheet &sheet) {
  using Status = payments::BankEntryStatus;
  const auto sentence = waitsSentence(sheet.kept);
  m_reason->setTitle(sheet.kept.status == Status::NotOurs ? tr("Why it is no customer's")
                     : sheet.kept.isReturned()            ? tr("What became of it")
                                                          : tr("Why it waits"));
  m_reason->setVisible((sheet.kept.status != Status::Matched || sheet.kept.isReturned()) &&
                       !sentence.isEmpty());
  m_why->setText(sentence);
}

void EntryInspector::showTwin(const models::BankEntrySheet &sheet) {
  clearLayout(m_twin->body());
  m_twin->setVisible(sheet.twin.has_value());
  if (!sheet.twin)
    return;
  const auto &twin = *sheet.twin;
  m_twin->setTitle(sheet.kept.isHeld()                  ? tr("It may be")
                   : sheet.kept.twinAnswer == u"same"_s ? tr("It is the same as")
                                                        : tr("It is another than"));
  auto *row =
      new LineRow({payerOf(twin.entry),
                   u"%1, %2"_s.arg(bankLook(twin).text, formatDay(twin.entry.bookedOn, locale()))},
                  formatMoney(twin.entry.amount, locale()), true);
  row->setToolTip(tr("Show that entry"));
  connect(row, &LineRow::clicked, this, [this, id = twin.id.toString()] {
    Q_EMIT placeRequested({Place::Kind::Matching, id, {}, {}});
  });
  m_twin->body()->addWidget(row);
}

void EntryInspector::showProposals(const models::BankEntrySheet &sheet) {
  clearLayout(m_proposals->body());
  m_proposals->body()->setSpacing(2);
  m_proposals->setVisible(!sheet.proposals.empty());
  for (const auto &proposal : sheet.proposals) {
    const auto &invoice = proposal.invoice;
    auto *row = new LineRow(
        {u"%1, %2"_s.arg(invoice.number, invoice.organizationName), hintsText(proposal.hints)},
        formatMoney(invoice.due, locale()), true);
    setHint(row, tr("Assign it to %1…").arg(invoice.number));
    connect(row, &LineRow::clicked, this, [this, invoice] { Q_EMIT proposalChosen(invoice); });
    m_proposals->body()->addWidget(row);
  }
}

void EntryInspector::showReturnable(const models::BankEntrySheet &sheet) {
  clearLayout(m_returnable->body());
  m_returnable->body()->setSpacing(2);
  m_returnable->setVisible(!sheet.returnable.empty());
  for (const auto &sent : sheet.returnable) {
    auto *row = new LineRow(
        {payerOf(sent.entry), tr("came in on %1").arg(formatDay(sent.entry.bookedOn, locale()))},
        formatMoney(sent.entry.amount, locale()), true);
    setHint(row, tr("The bank sent it back…"));
    connect(row, &LineRow::clicked, this, [this, id = sent.id] { Q_EMIT sentChosen(id); });
    m_returnable->body()->addWidget(row);
  }
}

void EntryInspector::showPaid(const models::BankEntrySheet &sheet) {
  clearLayout(m_paid->body());
  m_paid->body()->setSpacing(2);
  m_paid->setVisible(!sheet.paid.empty());
  const auto day = sheet.paid.empty() ? std::nullopt : sheet.paid.front().inBooksOn;
  if (day && *day != sheet.kept.entry.bookedOn) {
    auto *said = new Label(
        *day > sheet.kept.entry.bookedOn
            ? tr("In the books on %1: the bank's day is closed").arg(formatDay(*day, locale()))
            : tr("In the books on %1: the bank's day was still to come")
                  .arg(formatDay(*day, locale())));
    said->setWordWrap(true);
    m_paid->body()->addWidget(said);
  }
  for (const auto &part : sheet.paid) {
    const auto rest = part.amount - part.applied;
    if (!part.number.isEmpty()) {
      auto *row =
          new LineRow({part.number, u"%1, %2"_s.arg(part.organizationName, ruleText(part.rule))},
                      formatMoney(part.applied, locale()), true);
      row->setToolTip(tr("Open %1").arg(part.number));
      connect(row, &LineRow::clicked, this, [this, number = part.number] {
        Q_EMIT placeRequested({Place::Kind::Invoice, number, {}, {}});
      });
      m_paid->body()->addWidget(row);
    }
    if (rest.minor() > 0)
      m_paid->body()->addWidget(new LineRow({tr("To the balance"), part.organizationName},
                                            formatMoney(rest, locale()), false));
  }
}

void EntryInspector::showEntry(const models::BankEntrySheet &sheet) {
  clearLayout(m_facts->body());
  const auto &entry = sheet.kept.entry;
  const auto add = [this](const QString &what, const QString &value) {
    if (value.isEmpty())
      return;
    auto *row = new FactRow(what, value);
    row->setWraps();
    m_facts->body()->addWidget(row);
  };
  add(tr("Amount"), formatMoney(entry.amount, locale()));
  add(tr("Booked"), formatDay(entry.bookedOn, locale()));
  if (entry.valueOn && *entry.valueOn != entry.bookedOn)
    add(tr("Value date"), formatDay(*entry.valueOn, locale()));
  add(tr("Payer"), entry.party);
  add(tr("Account"), entry.partyAccount);
  add(tr("Reference"), entry.structuredReference);
  add(tr("End-to-end id"), entry.endToEnd);
  add(tr("Bank's reference"), entry.bankReference);
  add(tr("Our account"), sheet.kept.account);
  if (entry.isReversal)
    add(tr("Reversal"), tr("yes"));
}

void EntryInspector::offer(const Obstacles &obstacles) {
  setBlocked(m_assign, obstacles.assign);
  setBlocked(m_undo, obstacles.undo);
  setBlocked(m_returned, obstacles.takeReturned);
  for (auto *button : {m_dismiss, m_takeBack, m_another, m_same})
    setBlocked(button, obstacles.dismiss);
  m_obstacles = obstacles;
  blockRows();
}

void EntryInspector::showKeysOf(const QAction *assign, const QAction *undo,
                                const QAction *takeReturned, const QList<QAction *> &acts) {
  for (const auto &[button, action] : {std::pair<QPushButton *, const QAction *>(m_assign, assign),
                                       {m_undo, undo},
                                       {m_returned, takeReturned},
                                       {m_dismiss, acts[DismissAct]},
                                       {m_takeBack, acts[TakeBackAct]},
                                       {m_another, acts[AnotherAct]},
                                       {m_same, acts[SameAct]}})
    setHint(button, nameWithKeys(button->text(), action->shortcut()));
}

void EntryInspector::showLoading() {
  m_state->showLoading();
  m_pages->setCurrentWidget(m_state);
}

void EntryInspector::showNothing() {
  m_state->showMessage(EmptyState::Kind::Empty,
                       {tr("No entry chosen"),
                        tr("Choose one to see what the bank says about it and what it may be."),
                        {},
                        u"inbox"_s});
  m_pages->setCurrentWidget(m_state);
}

void EntryInspector::showError(const Error &error) {
  m_state->showMessage(EmptyState::Kind::Error, {tr("This entry could not be loaded"),
                                                 saidWithReference(error), tr("Try again")});
  m_pages->setCurrentWidget(m_state);
}

} // namespace tenantry::ui
