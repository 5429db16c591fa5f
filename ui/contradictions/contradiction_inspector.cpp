// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/contradiction_inspector.h"
#include "ui/contradictions/contradiction_words.h"
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
#include <QAction>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int contradictionInspectorWidth = 356;
}

ContradictionInspector::ContradictionInspector(const Zone &zone, QWidget *parent)
    : Surface(Kind::Subtle, parent), m_zone(zone), m_head(new InspectorHead),
      m_acts(new QVBoxLayout), m_ours(makeSnugCard(tr("What our books say"))),
      m_belief(new Label({}, TextStyle::Body, Tone::Text2)),
      m_theirs(makeSnugCard(tr("What the provider says"))), m_says(new Label),
      m_remedy(makeSnugCard(tr("What to do"))),
      m_whatToDo(new Label({}, TextStyle::Body, Tone::Text2)),
      m_facts(makeFactCard(tr("To find it there"))),
      m_record(makeButton({}, ButtonVariant::Secondary, u"external-link"_s)),
      m_state(new EmptyState), m_pages(new QStackedLayout(this)) {
  setFixedWidth(contradictionInspectorWidth);
  auto *content = new Surface(Kind::Subtle);
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x4, space::x4, space::x4, space::x4);
  column->setSpacing(space::x3);
  column->addWidget(m_head);
  m_acts->setSpacing(space::x2);
  column->addLayout(m_acts);
  for (auto *label : {m_belief, m_says, m_whatToDo}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  m_ours->body()->addWidget(m_belief);
  m_theirs->body()->addWidget(m_says);
  m_remedy->body()->addWidget(m_whatToDo);
  for (auto *card : {m_theirs, m_ours, m_facts, m_remedy})
    column->addWidget(card);
  column->addStretch();
  connect(m_record, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested(m_place); });
  auto *scroll = new ScrollPage(tr("Contradiction"));
  scroll->setWidget(content);
  m_pages->addWidget(scroll);
  m_pages->addWidget(m_state);
  connect(m_state, &EmptyState::actionTriggered, this, &ContradictionInspector::retryRequested);
  showNothing();
}

/// Asking again or booking stands above, beside what leads to the record, and below it the two
/// ends.
void ContradictionInspector::setActs(const QList<QAction *> &acts) {
  auto *row = new QHBoxLayout;
  for (auto *act : acts) {
    auto *button = makeButton(act->text(), ButtonVariant::Secondary);
    followAction(button, act);
    m_buttons += button;
    row->addWidget(button);
    const bool isUpper = act == acts.at(1);
    if (isUpper)
      row->addWidget(m_record);
    if (!isUpper && act != acts.back())
      continue;
    row->setSpacing(space::x2);
    row->addStretch();
    m_acts->addLayout(row);
    row = act == acts.back() ? nullptr : new QHBoxLayout;
  }
}

QString ContradictionInspector::belief() const { return m_belief->text(); }

QString ContradictionInspector::says() const { return m_says->text(); }

void ContradictionInspector::show(const payments::Contradiction &of) {
  m_head->set(of.customer, contradictedName(of));
  m_head->setStatus(contradictionWord(of.code), Tone::Danger, BadgeKind::State);
  m_belief->setText(beliefText(of, locale()));
  m_says->setText(providerText(of));
  m_whatToDo->setText(remedyText(of));
  m_place = recordOf(of);
  const bool isFound = payments::isFinding(of.kind);
  for (int i = 0; i < m_buttons.size(); ++i)
    m_buttons[i]->setVisible(i == 3 || isFound == (i == 1));
  m_record->setText(of.number.isEmpty() ? tr("Open the timeline") : tr("Open %1").arg(of.number));
  showFacts(of);
  m_pages->setCurrentIndex(0);
}

void ContradictionInspector::showFacts(const payments::Contradiction &of) {
  clearLayout(m_facts->body());
  const auto add = [this](const QString &what, const QString &value) {
    m_facts->body()->addWidget(new FactRow(what, value));
  };
  // What is searched for there is whole: it is copied.
  const auto addId = [this](const QString &what, const QString &value) {
    auto *id = new Label(value, TextStyle::Mono);
    id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    id->setWordWrap(true);
    m_facts->body()->addSpacing(space::x2);
    m_facts->body()->addWidget(new Label(what, TextStyle::Meta, Tone::Muted));
    m_facts->body()->addWidget(id);
  };
  add(tr("Since"), formatInstant(of.since, m_zone, locale()));
  add(tr("Code"), of.code);
  addId(tr("Its id there"), of.reference.isEmpty() ? tr("never told") : of.reference);
  addId(tr("Our id"), of.idText());
}

void ContradictionInspector::showLoading() {
  m_state->showLoading();
  m_pages->setCurrentWidget(m_state);
}

void ContradictionInspector::showNothing() {
  m_state->showMessage(EmptyState::Kind::Empty,
                       {tr("Nothing chosen"),
                        tr("Choose one to see what the books and the provider say about it."),
                        {},
                        u"alert-triangle"_s});
  m_pages->setCurrentWidget(m_state);
}

void ContradictionInspector::showError(const Error &error) {
  if (error.code == u"payment.not_contradicted")
    m_state->showMessage(EmptyState::Kind::Empty,
                         {tr("It no longer waits"),
                          tr("Somebody settled it, or the provider is being asked about it again."),
                          {},
                          u"check-circle"_s});
  else
    m_state->showMessage(EmptyState::Kind::Error,
                         {tr("It could not be loaded"), saidWithReference(error), tr("Try again")});
  m_pages->setCurrentWidget(m_state);
}

Place recordOf(const payments::Contradiction &of) {
  if (of.number.isEmpty())
    return {Place::Kind::Organization, of.organization.toString(), u"timeline"_s, {}};
  return {Place::Kind::Invoice, of.number, {}, {}};
}

} // namespace tenantry::ui
