// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/run_steps.h"

#include "models/paging/paged_list_model.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
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

RunSteps::RunSteps(QWidget *parent)
    : QWidget(parent), m_stepper(new Stepper), m_review(new QAction(tr("Mark as reviewed"), this)),
      m_mark(makeButton(m_review->text(), ButtonVariant::Ghost, u"check"_s)),
      m_drafts(makeButton(QString(), ButtonVariant::Ghost, u"file-text"_s)) {
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(space::x5, 0, space::x4, 0);
  row->addWidget(m_stepper);
  row->addStretch();
  row->addWidget(m_mark);
  row->addWidget(m_drafts);
  m_drafts->hide();
  m_mark->hide();
  m_review->setIcon(icon(u"check"_s));
  m_review->setShortcut(Qt::Key_V);
  m_review->setShortcutContext(Qt::WidgetShortcut); // elsewhere somebody may mean something else
  followAction(m_mark, m_review);
  connect(m_review, &QAction::triggered, this, [this] {
    m_reviewed = m_reviewed == m_computedAt ? std::nullopt : m_computedAt;
    Q_EMIT reviewed();
  });
  connect(m_drafts, &QPushButton::clicked, this, &RunSteps::draftsRequested);
}

void RunSteps::showReview(const models::BillingPreview &preview) {
  const bool isComputed = preview.state() == models::BillingPreview::State::Ready;
  const bool hasFindings = isComputed && preview.findings().all() > 0;
  m_computedAt = preview.computedAt();
  m_review->setText(hasFindings && m_reviewed == m_computedAt ? tr("Not reviewed")
                                                              : tr("Mark as reviewed"));
  m_review->setToolTip(hasFindings  ? m_review->text()
                       : isComputed ? tr("There is nothing to review")
                                    : tr("The preview is not there yet"));
  m_review->setEnabled(hasFindings);
  m_mark->setText(m_review->text());
  m_mark->setVisible(hasFindings);
}

void RunSteps::show(const models::BillingPreview &preview, LocalDay today) {
  const auto &course = preview.course();
  const bool isComputed = preview.state() == models::BillingPreview::State::Ready;
  const bool isOfToday = preview.day() <= today;
  const bool isNothingDue = isComputed && preview.subscriptions() == 0;
  const auto &findings = preview.findings();
  showReview(preview);
  const bool isClear = isComputed && (findings.all() == 0 || m_reviewed == m_computedAt);
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
