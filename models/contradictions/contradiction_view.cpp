// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contradictions/contradiction_view.h"

using namespace std::chrono_literals;

namespace tenantry::models {

using payments::Contradiction;

namespace {
constexpr auto contradictionNewsPause = 200ms;
} // namespace

ContradictionView::ContradictionView(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection), m_reading(connection) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(contradictionNewsPause);
  m_pause.callOnTimeout(this, &ContradictionView::refresh);
  connect(&m_connection, &Connection::organizationsChanged, this, [this] {
    if (!m_pause.isActive())
      m_pause.start();
  });
  connect(&m_connection, &Connection::caughtUp, this, &ContradictionView::refresh);
}

void ContradictionView::show(const QUuid &id) {
  if (id == m_id && m_shown)
    return;
  clear();
  m_id = id;
  refresh();
}

bool ContradictionView::stop() {
  if (!m_reading.stop())
    return false;
  if (!m_shown)
    Q_EMIT failed(StoppableReading::error());
  return true;
}

void ContradictionView::clear() {
  m_reading.forget();
  m_id = {};
  m_shown.reset();
  Q_EMIT changed();
}

void ContradictionView::refresh() {
  if (m_id.isNull())
    return;
  m_reading.cancel();
  m_reading.begin(
      m_connection.read([id = m_id](store::Session &session, business::AppliedBusiness &) {
        return payments::findContradiction(session, id);
      }),
      [this](const Result<Contradiction> &read) { take(read); });
}

void ContradictionView::take(const Result<Contradiction> &read) {
  if (read) {
    m_shown = *read;
    Q_EMIT changed();
  } else if (!m_shown || read.error().code != QLatin1StringView("store.disconnected")) {
    m_shown.reset();
    Q_EMIT failed(read.error());
  }
}

} // namespace tenantry::models
