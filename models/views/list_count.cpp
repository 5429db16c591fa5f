// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/list_count.h"

#include "models/connection/when_done.h"

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {
constexpr auto countPause = 500ms;
} // namespace

ListCount::ListCount(Connection &connection, SavedViews::Counting counting,
                     const views::Settings &settings, QObject *parent)
    : QObject(parent), m_connection(connection), m_counting(std::move(counting)),
      m_settings(settings) {
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(countPause);
  m_newsPause.callOnTimeout(this, &ListCount::count);
  connect(&m_connection, &Connection::organizationsChanged, this, [this] {
    if (!m_newsPause.isActive())
      m_newsPause.start();
  });
  connect(&m_connection, &Connection::caughtUp, this, &ListCount::count);
  count();
}

void ListCount::count() {
  m_isStale = m_isCounting;
  if (m_isCounting)
    return;
  m_isCounting = true;
  whenDone(m_connection.measure([counting = m_counting, settings = m_settings](
                                    store::Session &session, business::AppliedBusiness &business) {
    return counting(session, business, settings);
  }),
           this, [this](const Result<std::int64_t> &count) {
             m_isCounting = false;
             if (count && m_value != *count) {
               m_value = *count;
               Q_EMIT changed(*count);
             }
             // Whoever cancelled meant something else that was asked for at that moment; what is
             // cut off twice takes longer than it may.
             const bool isCutOff = !count && count.error().code == u"store.cancelled";
             if (m_isStale || (isCutOff && !m_wasCutOff))
               m_newsPause.start();
             m_wasCutOff = isCutOff;
           });
}

} // namespace tenantry::models
