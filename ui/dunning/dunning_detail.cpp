// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dunning/dunning_detail.h"
#include "ui/dunning/dunning_words.h"
#include "ui/organizations/tab_page.h"
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
#include <QAction>
#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int detailWidth = 332, actsInRow = 2;

/// How a try ended, and in which tone.
std::pair<QString, Tone> outcomeOf(const payments::Attempt &attempt) {
  using payments::AttemptStatus;
  switch (attempt.status) {
  case AttemptStatus::Pending:
  case AttemptStatus::Unknown:
    return {DunningDetail::tr("not answered yet"), Tone::Info};
  case AttemptStatus::Succeeded:
    return {DunningDetail::tr("paid"), Tone::Success};
  case AttemptStatus::Refunded:
    return {DunningDetail::tr("given back"), Tone::Muted};
  case AttemptStatus::Withdrawn:
    return {DunningDetail::tr("withdrawn, never charged"), Tone::Muted};
  case AttemptStatus::Failed:
    break;
  }
  return {declineWord(attempt.declineCode), Tone::Danger};
}

Tone stageTone(payments::DunningAct act) {
  const bool isHarsh = act == payments::DunningAct::Suspend || act == payments::DunningAct::Finish;
  return isHarsh ? Tone::Danger : Tone::Text;
}

} // namespace

DunningDetail::DunningDetail(const Clock &clock, Zone zone, QWidget *parent)
    : Surface(Kind::Subtle, parent), m_clock(clock), m_zone(std::move(zone)),
      m_head(new InspectorHead), m_facts(makeSnugCard(tr("Case"))),
      m_stages(makeSnugCard(tr("What comes next"))), m_tries(makeSnugCard(tr("What was tried"))),
      m_extensions(makeSnugCard(tr("Time given"))), m_acts(new QGridLayout),
      m_state(new EmptyState), m_pages(new QStackedLayout(this)) {
  setFixedWidth(detailWidth);
  m_pages->addWidget(makeSheet());
  m_pages->addWidget(m_state);
  for (auto *card : {m_facts, m_stages, m_tries})
    card->body()->setSpacing(0);
  connect(m_state, &EmptyState::actionTriggered, this, &DunningDetail::retryRequested);
  showNothing();
}

QWidget *DunningDetail::makeSheet() {
  auto *content = new Surface(Kind::Subtle);
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x4, space::x4, space::x4, space::x4);
  column->setSpacing(space::x3);
  column->addWidget(m_head);
  m_acts->setSpacing(space::x2);
  column->addLayout(m_acts);
  for (auto *card : {m_facts, m_stages, m_tries, m_extensions})
    column->addWidget(card);
  auto *invoice = makeButton(tr("Open invoice"), ButtonVariant::Secondary);
  auto *organization = makeButton(tr("Open organization"), ButtonVariant::Secondary);
  connect(invoice, &QPushButton::clicked, this, [this] {
    Q_EMIT placeRequested({Place::Kind::Invoice, m_number, {}, {}});
  });
  connect(organization, &QPushButton::clicked, this, [this] {
    Q_EMIT placeRequested({Place::Kind::Organization, m_organization, {}, {}});
  });
  auto *links = new QHBoxLayout;
  links->setSpacing(space::x2);
  links->addWidget(invoice);
  links->addWidget(organization);
  links->addStretch();
  column->addLayout(links);
  column->addStretch();
  auto *scroll = new ScrollPage(tr("Case"));
  scroll->setWidget(content);
  return scroll;
}

void DunningDetail::setActs(const QList<QAction *> &acts) {
  for (auto *act : acts) {
    auto *button = makeButton(act->text(), ButtonVariant::Secondary);
    followAction(button, act);
    const int place = m_acts->count();
    m_acts->addWidget(button, place / actsInRow, place % actsInRow, Qt::AlignLeft);
  }
  m_acts->setColumnStretch(actsInRow, 1); // they stand at the left
}

void DunningDetail::addFact(Card *card, const QString &what, const QString &value, Tone tone) {
  auto *row = new FactRow(what);
  row->setWraps();
  row->setValue(value, tone);
  card->body()->addWidget(row);
}

void DunningDetail::showSheet(const payments::DunningSheet &sheet) {
  const auto &row = sheet.row;
  m_organization = row.organization.toString();
  m_number = row.number;
  m_head->set(row.organizationName, row.number);
  m_head->setStatus(stepWord(row.step), stepTone(row.step), BadgeKind::State);
  showFacts(sheet);
  showStages(sheet);
  showTries(sheet);
  showExtensions(sheet);
  m_pages->setCurrentIndex(0);
}

void DunningDetail::showFacts(const payments::DunningSheet &sheet) {
  const auto &row = sheet.row;
  clearLayout(m_facts->body());
  m_facts->setFact(tr("since %1").arg(formatDay(m_zone.dayOf(row.openedAt), locale())));
  addFact(m_facts, tr("Open"), formatMoney(row.due, locale()));
  addFact(m_facts, tr("Why"), declineWord(row));
  if (row.decline != payments::DeclineClass::None)
    addFact(m_facts, tr("Trying again"), declineClassWord(row.decline));
  addFact(m_facts, tr("Payment method"), sheet.hasMethod ? tr("in force") : tr("none"),
          sheet.hasMethod ? Tone::Text : Tone::Danger);
  addFact(m_facts, tr("Subscription"), row.isSuspended ? tr("suspended") : tr("goes on"),
          row.isSuspended ? Tone::Danger : Tone::Text);
}

void DunningDetail::showStages(const payments::DunningSheet &sheet) {
  clearLayout(m_stages->body());
  m_stages->setFact(m_zone.id());
  if (sheet.row.isTrying)
    addFact(m_stages, tr("Being tried"), tr("wait for its outcome"), Tone::Info);
  else if (sheet.stages.empty())
    addFact(m_stages, tr("Nothing planned"), tr("a person decides"));
  for (const auto &stage : sheet.stages) {
    const bool isDue = stage.at <= m_clock.now();
    addFact(m_stages, actWord(stage.act),
            isDue ? tr("now") : formatDay(m_zone.dayOf(stage.at), locale()), stageTone(stage.act));
  }
}

void DunningDetail::showTries(const payments::DunningSheet &sheet) {
  clearLayout(m_tries->body());
  m_tries->setFact(tr("%1 of %2").arg(sheet.row.tries).arg(sheet.row.mostTries));
  if (sheet.tries.empty())
    addFact(m_tries, tr("Nothing"), tr("there was no payment method"), Tone::Muted);
  for (auto attempt = sheet.tries.rbegin(); attempt != sheet.tries.rend(); ++attempt) {
    const auto [text, tone] = outcomeOf(*attempt);
    addFact(m_tries, formatInstant(attempt->createdAt, m_zone, locale()), text, tone);
  }
}

void DunningDetail::showExtensions(const payments::DunningSheet &sheet) {
  clearLayout(m_extensions->body());
  m_extensions->setVisible(!sheet.extensions.empty());
  bool hasKey = false; // one of them has
  for (const auto &extension : sheet.extensions) {
    auto *reason = new Label(extension.reason, TextStyle::Body);
    reason->setWordWrap(true);
    m_extensions->body()->addWidget(reason);
    const auto until = formatDay(extension.until, locale());
    auto *who = new Label(extension.revokedAt
                              ? tr("until %1, taken back by %2").arg(until, extension.revokedBy)
                              : tr("until %1, by %2").arg(until, extension.givenBy),
                          TextStyle::Meta, Tone::Muted);
    who->setWordWrap(true);
    m_extensions->body()->addWidget(who);
    if (extension.revokedAt || extension.untilAt <= m_clock.now())
      continue;
    auto *revoke = makeButton(tr("Take back"), ButtonVariant::Secondary);
    setCompact(revoke);
    if (!hasKey) {
      addAction(new ButtonAction(revoke, icon(u"repeat"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_T));
      hasKey = true;
    }
    setBlocked(revoke, m_revokingBlocked);
    connect(revoke, &QPushButton::clicked, this,
            [this, id = extension.id] { Q_EMIT revokeRequested(id); });
    m_extensions->body()->addWidget(revoke, 0, Qt::AlignLeft);
  }
}

void DunningDetail::showLoading() {
  m_state->showLoading();
  m_pages->setCurrentWidget(m_state);
}

void DunningDetail::showNothing() {
  m_state->showMessage(EmptyState::Kind::Empty,
                       {tr("No case chosen"),
                        tr("Choose one to see what was tried and what comes next."),
                        {},
                        u"alert-triangle"_s});
  m_pages->setCurrentWidget(m_state);
}

void DunningDetail::showError(const Error &error) {
  if (error.code == u"dunning.not_found")
    m_state->showMessage(EmptyState::Kind::Empty,
                         {tr("Not in dunning any more"),
                          tr("It was paid, voided or written off meanwhile."),
                          {},
                          u"check-circle"_s});
  else
    m_state->showMessage(EmptyState::Kind::Error, {tr("This case could not be loaded"),
                                                   saidWithReference(error), tr("Try again")});
  m_pages->setCurrentWidget(m_state);
}

} // namespace tenantry::ui
