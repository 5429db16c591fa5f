// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/home/home_board.h"
#include "models/home/home_reading.h"

#include <QSignalBlocker>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

namespace {
constexpr auto newsPause = 200ms;
/// The run is previewed whole each time: after each the database rests for as many times as long.
constexpr int previewRest = 10;
} // namespace

QList<HomeFigure> homeFigures(const QStringList &groups) {
  using enum HomeFigure;
  const std::pair<QString, QList<HomeFigure>> all[] = {
      {u"finance"_s, {Run, Overdue, Failed, Unmatched, Received, Mrr}},
      {u"success"_s, {Attention, Renewals, Onboarding, Overdue}},
      {u"manager"_s, {Mrr, Received, Overdue, Renewals, Attention}},
      {u"support"_s, {Attention, Onboarding, Overdue}}};
  QList<HomeFigure> figures{Organizations};
  for (const auto &[group, wanted] : all)
    if (groups.contains(group) || groups.contains(u"administrator"_s))
      for (const auto figure : wanted)
        if (!figures.contains(figure))
          figures.append(figure);
  return figures.size() > 1 ? figures : QList<HomeFigure>{Organizations, Mrr, Overdue};
}

HomeBoard::HomeBoard(Connection &connection, RunningWork &work, QList<HomeFigure> figures,
                     QObject *parent)
    : QObject(parent), m_connection(connection), m_figures(std::move(figures)),
      m_preview(connection, work, BillingPreview::Keeps::Sums), m_reading(connection) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(newsPause);
  m_pause.callOnTimeout(this, &HomeBoard::read);
  connect(&m_connection, &Connection::organizationsChanged, this, &HomeBoard::hear);
  connect(&m_connection, &Connection::caughtUp, this, &HomeBoard::refresh);
  m_previewRest.setSingleShot(true);
  m_previewRest.callOnTimeout(this, &HomeBoard::previewRun);
  connect(&m_preview, &BillingPreview::stateChanged, this, &HomeBoard::endPreview);
}

/// While a round is being read the next one waits, so that news without end cost one at a time.
void HomeBoard::hear() {
  m_isStale = true;
  if (m_isLooking && !isFetching() && !m_pause.isActive())
    m_pause.start();
}

void HomeBoard::setLooking(bool looking) {
  m_isLooking = looking;
  if (!looking)
    return leave();
  if (m_isStale && !isFetching())
    return read();
  previewRun();
}

/// What is read then is read anew for whoever comes back.
void HomeBoard::leave() {
  m_isStale = m_isStale || isFetching();
  m_pause.stop();
  m_reading.cancel();
  if (m_preview.state() != BillingPreview::State::Running)
    return;
  m_isPreviewStale = true;
  // Nothing is told: nobody looks, and a window that is on its way out shows nothing any more.
  const QSignalBlocker quiet(m_preview);
  m_preview.cancel();
}

void HomeBoard::refresh() {
  m_facts.movements.clear();
  m_previewRest.stop();
  m_isStale = true;
  if (m_isLooking && !isFetching())
    read();
}

void HomeBoard::read() {
  m_isStale = false;
  for (const auto figure : m_figures) {
    const auto known =
        figure == HomeFigure::Mrr ? m_facts.movements : subscriptions::MrrMovements();
    m_reading.begin(m_connection.measure([figure, known](store::Session &session,
                                                         business::AppliedBusiness &business) {
      return readHome(figure, session, business, known);
    }),
                    [this, figure](const Result<HomeNews> &news) { take(figure, news); });
  }
  Q_EMIT changed();
}

bool HomeBoard::stop(StoppableReading::Reach reach) {
  const bool isStopped = m_reading.stop(reach);
  if (!isStopped && m_preview.state() != BillingPreview::State::Running)
    return false;
  m_preview.cancel();
  Q_EMIT changed();
  return true;
}

void HomeBoard::take(HomeFigure figure, const Result<HomeNews> &news) {
  if (news) {
    (*news)(m_facts);
    m_facts.errors.erase(figure);
  } else {
    m_facts.errors[figure] = news.error();
  }
  if (figure == HomeFigure::Run && news) {
    m_isPreviewStale = true;
    if (m_facts.due > mostPreviewed)
      m_run.reset();
    previewRun();
  }
  Q_EMIT changed();
  if (!isFetching() && m_isStale && m_isLooking)
    m_pause.start();
}

/// What changes while it rests, or runs, is previewed afterwards.
void HomeBoard::previewRun() {
  const bool isRunning = m_preview.state() == BillingPreview::State::Running;
  if (!m_isPreviewStale || !m_isLooking || m_facts.due > mostPreviewed || isRunning ||
      m_previewRest.isActive())
    return;
  m_isPreviewStale = false;
  m_previewTook.start();
  m_preview.start(m_facts.runDay);
}

void HomeBoard::endPreview() {
  if (m_preview.state() == BillingPreview::State::Ready) {
    m_run = PreviewSums{m_preview.totals(), m_preview.findings()};
    m_previewRest.start(std::chrono::milliseconds(m_previewTook.elapsed() * previewRest));
  }
  Q_EMIT changed();
}

const BillingPreview *HomeBoard::preview() const {
  return m_facts.due <= mostPreviewed && m_preview.state() != BillingPreview::State::Idle
             ? &m_preview
             : nullptr;
}

} // namespace tenantry::models
