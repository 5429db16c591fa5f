// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/run_steps.h"

#include "models/paging/paged_list_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/format.h"
#include "ui/widgets/stepper.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using Step = Stepper::Step;
using StepState = Stepper::State;

/// The first of them that is not done is the current one, where there is anything to do.
QList<Step> stepsOf(const QList<std::pair<QString, bool>> &course, bool isAnythingDue) {
  QList<Step> steps;
  bool isBehind = true;
  for (const auto &[text, isDone] : course) {
    const bool wasBehind = isBehind;
    isBehind = isBehind && isDone;
    const bool isCurrent = wasBehind && !isDone && isAnythingDue;
    steps.append({text, isCurrent  ? StepState::Current
                        : isBehind ? StepState::Done
                                   : StepState::Next});
  }
  return steps;
}

} // namespace

RunSteps::RunSteps(QAction *review, QWidget *parent)
    : QWidget(parent), m_stepper(new Stepper),
      m_mark(makeButton(review->text(), ButtonVariant::Ghost, u"check"_s)),
      m_drafts(makeButton(QString(), ButtonVariant::Ghost, u"file-text"_s)),
      m_by(new ElidedLabel(TextStyle::Meta, Tone::Muted)) {
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(space::x5, 0, space::x4, 0);
  row->addWidget(m_stepper);
  row->addSpacing(space::x4);
  row->addWidget(m_by, 1);
  row->addWidget(m_mark);
  row->addWidget(m_drafts);
  m_drafts->hide();
  m_mark->hide();
  followAction(m_mark, review);
  connect(review, &QAction::changed, m_mark, [this, review] {
    m_mark->setText(review->text());
    m_mark->setIcon(review->icon());
  });
  connect(m_drafts, &QPushButton::clicked, this, &RunSteps::draftsRequested);
}

void RunSteps::showReview(const models::BillingPreview &preview, const Zone &zone) {
  const bool hasFindings =
      preview.state() == models::BillingPreview::State::Ready && preview.findings().all() > 0;
  m_mark->setVisible(hasFindings);
  const auto &last = preview.lastReview();
  m_by->setText(
      hasFindings && last
          ? tr("reviewed by %1, %2").arg(last->by, formatInstant(last->at, zone, locale()))
          : QString());
}

void RunSteps::show(const models::BillingPreview &preview, const Zone &zone, LocalDay today) {
  const auto &course = preview.course();
  const bool isComputed = preview.state() == models::BillingPreview::State::Ready;
  const bool isOfToday = preview.day() <= today;
  const bool isNothingDue = isComputed && preview.subscriptions() == 0;
  const auto &findings = preview.findings();
  showReview(preview, zone);
  const bool isClear = isComputed && findings.waiting() == 0;
  QList<std::pair<QString, bool>> steps{
      {tr("Compute"), isComputed},
      {tr("Review"), isClear},
      {course.isReviewed ? tr("Draft") : tr("Finalize"), isOfToday && isNothingDue}};
  if (course.isReviewed)
    steps.append({tr("Finalize"), course.drafts == 0});
  m_stepper->setSteps(stepsOf(steps, !isNothingDue));
  m_drafts->setVisible(course.drafts > 0);
  const auto most = models::PagedListModel::countLimit;
  m_drafts->setText(
      course.drafts > most
          ? tr("More than %1 drafts wait to be finalized").arg(formatNumber(most, locale()))
          : tr("%n draft(s) wait to be finalized", nullptr, int(course.drafts)));
}

} // namespace tenantry::ui
