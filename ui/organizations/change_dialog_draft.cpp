// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/change_dialog.h"
#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

/// What is chosen in the dialog outlives the program until it is done or given up.
namespace tenantry::ui {

void ChangeDialog::keepDraftIn(models::DraftStore &drafts) {
  if (!m_when)
    return; // nothing is chosen
  const auto act = m_kind == Kind::Cancel ? u"end"_s : u"change"_s;
  m_draft = new models::TypedDraft(
      drafts, {u"subscription"_s, u"%1/%2"_s.arg(m_facts.organization.id.toString(), act)}, this);
  m_first = typed();
  m_draft->restore([this](const models::FormValues &before) {
    m_before = before;
    restore();
  });
}

models::FormValues ChangeDialog::typed() const {
  models::FormValues typed{{u"when"_s, QString::number(m_when->currentIndex())}};
  if (m_credit)
    typed[u"credit"_s] = m_credit->isChecked() ? u"yes"_s : QString();
  if (m_kind != Kind::Alter)
    return typed;
  typed[u"plan"_s] = m_plan->currentData().toString();
  typed[u"interval"_s] = toString(Interval(m_interval->currentData().toInt()));
  typed[u"seats"_s] = QString::number(m_seats->value());
  return typed;
}

/// Plans that are sold no more are not chosen again, and nobody's hands are moved.
void ChangeDialog::restore() {
  const bool isWaiting = m_kind == Kind::Alter && m_offers.isEmpty();
  if (m_before.isEmpty() || isWaiting)
    return;
  const auto before = std::exchange(m_before, {});
  if (typed() != m_first)
    return m_draft->keep(typed()); // somebody chooses already
  fill(before);
  edited();
  if (typed() != m_first)
    showNotice(tr("What was chosen here before is filled in again."), false);
}

void ChangeDialog::fill(const models::FormValues &typed) {
  const QSignalBlocker quietWhen(m_when);
  m_when->setCurrentIndex(std::clamp(typed.value(u"when"_s).toInt(), 0, m_when->count() - 1));
  if (m_credit) {
    const QSignalBlocker quiet(m_credit);
    m_credit->setChecked(!typed.value(u"credit"_s).isEmpty());
  }
  if (m_kind != Kind::Alter)
    return;
  const QSignalBlocker quietPlan(m_plan), quietInterval(m_interval), quietSeats(m_seats);
  m_plan->setCurrentIndex(std::max(0, m_plan->findData(typed.value(u"plan"_s))));
  showIntervals();
  for (int i = 0; i < m_interval->count(); ++i)
    if (toString(Interval(m_interval->itemData(i).toInt())) == typed.value(u"interval"_s))
      m_interval->setCurrentIndex(i);
  m_seats->setValue(typed.value(u"seats"_s).toInt());
}

} // namespace tenantry::ui
