// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/run_steps.h"

#include "models/paging/paged_list_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/format.h"
#include "ui/widgets/stepper.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using Step = Stepper::Step;
using StepState = Stepper::State;

/// The first of them that is not done is the current one.
QList<Step> stepsOf(const QList<std::pair<QString, bool>> &course) {
  QList<Step> steps;
  bool isBehind = true;
  for (const auto &[text, isDone] : course) {
    const bool isCurrent = isBehind && !isDone;
    steps.append({text, isCurrent  ? StepState::Current
                        : isBehind ? StepState::Done
                                   : StepState::Next});
    isBehind = isBehind && isDone;
  }
  return steps;
}

} // namespace

RunSteps::RunSteps(QWidget *parent)
    : QWidget(parent), m_stepper(new Stepper),
      m_drafts(makeButton(QString(), ButtonVariant::Ghost, u"file-text"_s)) {
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(space::x5, 0, space::x4, 0);
  row->addWidget(m_stepper);
  row->addStretch();
  row->addWidget(m_drafts);
  m_drafts->hide();
  connect(m_drafts, &QPushButton::clicked, this, &RunSteps::draftsRequested);
}

void RunSteps::show(const models::BillingPreview &preview, LocalDay today) {
  const auto &course = preview.course();
  const bool isComputed = preview.state() == models::BillingPreview::State::Ready;
  const bool isOfToday = preview.day() <= today;
  const bool isNothingDue = isComputed && preview.subscriptions() == 0;
  const auto &findings = preview.findings();
  const bool isClear = isComputed && findings.all() == 0;
  QList<std::pair<QString, bool>> steps{
      {tr("Compute"), isComputed},
      {tr("Review"), isClear},
      {course.isReviewed ? tr("Draft") : tr("Finalize"), isOfToday && isNothingDue}};
  if (course.isReviewed)
    steps.append({tr("Finalize"), course.drafts == 0});
  m_stepper->setSteps(stepsOf(steps));
  m_drafts->setVisible(course.drafts > 0);
  const auto most = models::PagedListModel::countLimit;
  m_drafts->setText(
      course.drafts > most
          ? tr("More than %1 drafts wait to be finalized").arg(formatNumber(most, locale()))
          : tr("%n draft(s) wait to be finalized", nullptr, int(course.drafts)));
}

} // namespace tenantry::ui
