// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/run_review.h"

#include "ui/billing/preview_words.h"
#include "ui/lists/record_list.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/toast.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::BillingPreview;
using models::ReviewChange;

RunReview::RunReview(models::PreviewList &list, RecordList &records, models::Connection &connection,
                     QWidget *pane)
    : QObject(pane), m_list(list), m_records(records), m_connection(connection), m_pane(pane),
      m_action(new QAction(this)) {
  m_action->setShortcut(Qt::Key_V);
  m_action->setShortcutContext(Qt::WidgetShortcut); // elsewhere somebody may mean something else
  connect(m_action, &QAction::triggered, this, &RunReview::act);
  connect(&m_records.selection(), &models::RowSelection::chosenChanged, this, &RunReview::show);
  connect(&m_records, &RecordList::shown, this, &RunReview::show);
  auto &preview = m_list.preview();
  connect(&preview, &BillingPreview::reviewed, this, &RunReview::tell);
  connect(&preview, &BillingPreview::reviewUndone, this, &RunReview::tellUndone);
  connect(&preview, &BillingPreview::reviewFailed, this, [this](const Error &error) {
    show();
    Toast::present(m_pane->window(), {tr("It could not be kept"), said(error), Tone::Danger},
                   height::statusBar);
  });
  show();
}

void RunReview::show() {
  const bool isReady = m_list.preview().state() == BillingPreview::State::Ready;
  m_shown = isReady ? m_list.shownFindings(m_records.selection()) : models::ShownFindings();
  const bool isBack = m_shown.all() > 0 && m_shown.waiting() == 0;
  m_action->setText(isBack
                        ? tr("Take back the review of %n finding(s)", nullptr, int(m_shown.all()))
                    : m_shown.waiting() > 0
                        ? tr("Mark %n finding(s) as reviewed", nullptr, int(m_shown.waiting()))
                        : tr("Mark as reviewed"));
  m_action->setIcon(icon(isBack ? u"repeat"_s : u"check"_s));
  const auto why = obstacle();
  m_action->setToolTip(why.isEmpty() ? m_action->text() : why);
  m_action->setEnabled(why.isEmpty());
}

QString RunReview::obstacle() const {
  const auto &preview = m_list.preview();
  if (preview.state() != BillingPreview::State::Ready)
    return tr("The preview is not there yet");
  if (preview.findings().all() == 0)
    return tr("There is nothing to review");
  if (m_shown.all() == 0)
    return tr("Nothing that is shown or selected has a finding");
  if (preview.isReviewing() || m_list.isBehind())
    return tr("The findings are being updated");
  return reviewObstacle(m_connection);
}

/// What the action says, whatever has come since; until that is shown it says nothing.
void RunReview::act() {
  m_list.preview().setReviewed(m_shown, m_shown.waiting() > 0);
  show();
}

void RunReview::tell(const ReviewChange &change) {
  const int count = int(change.reviews.size());
  ToastMessage message{change.isReviewed ? tr("%n finding(s) reviewed", nullptr, count)
                                         : tr("%n finding(s) to review again", nullptr, count),
                       where()};
  if (count > 0) {
    message.action = tr("Undo");
    message.shortcut = undoKeys();
  }
  auto *toast = Toast::present(m_pane->window(), message, height::statusBar);
  connect(toast, &Toast::actionTriggered, this, [this, change] { m_list.preview().undo(change); });
}

void RunReview::tellUndone(const ReviewChange &change) {
  Toast::present(m_pane->window(),
                 {tr("%n finding(s) as before", nullptr, int(change.reviews.size())), where()},
                 height::statusBar);
}

QString RunReview::where() const {
  return tr("Billing run to the end of %1")
      .arg(formatDay(m_list.preview().day(), m_pane->locale()));
}

} // namespace tenantry::ui
