// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/correction_offer.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/usage/events_page.h"
#include "ui/widgets/toast.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

CorrectionOffer::CorrectionOffer(models::Connection &connection, EventsPage &page, QWidget *pane)
    : QAction(pane), m_connection(connection), m_page(page), m_pane(pane) {
  setText(tr("Correct…"));
  setIcon(ui::icon(u"minus"_s));
  setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_K);
  setShortcutContext(Qt::WidgetWithChildrenShortcut);
  pane->addAction(this);
  connect(this, &QAction::triggered, this, &CorrectionOffer::open);
  connect(&m_connection, &models::Connection::connectedChanged, this, &CorrectionOffer::follow);
  setEnabled(false);
}

QString CorrectionOffer::obstacle() const {
  const auto *words = m_page.list().words();
  if (words && !words->mayCorrect)
    return notForGroups(m_connection.rights().groups, {u"finance"_s, u"administrator"_s});
  if (!m_connection.isConnected())
    return offLineReason();
  const auto event = m_page.isVisibleTo(m_pane) ? m_page.chosen() : std::nullopt;
  if (!words || !event)
    return tr("No event is chosen");
  if (!event->corrects.isEmpty())
    return tr("A correction cannot be corrected: correct the event that it names");
  const auto metric = words->metrics.find(words->metric);
  if (metric == words->metrics.end() || event->left(metric->second.aggregation) <= 0)
    return tr("Nothing is left of it to correct");
  return {};
}

void CorrectionOffer::follow() {
  const auto why = obstacle();
  setEnabled(why.isEmpty());
  setToolTip(why);
  Q_EMIT changed();
}

void CorrectionOffer::open() {
  const auto event = m_page.chosen();
  if (m_dialog || !event || !obstacle().isEmpty())
    return;
  const auto &words = *m_page.list().words();
  m_dialog = new CorrectionDialog(m_connection,
                                  {m_page.list().organization(), words.organizationName, *event,
                                   words.metrics.at(words.metric)},
                                  m_pane->window());
  connect(m_dialog, &CorrectionDialog::finishedWith, this, [this](const QString &what) {
    Toast::present(m_pane->window(), {what, {}, Tone::Success}, height::statusBar);
    Q_EMIT corrected();
  });
  if (m_drafts)
    m_dialog->keepDraftIn(*m_drafts);
  m_dialog->open();
}

} // namespace tenantry::ui
