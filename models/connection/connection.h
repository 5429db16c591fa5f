// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/rights.h"
#include "services/business/applied.h"
#include "services/core/id.h"
#include "services/store/db_thread.h"
#include "services/store/listener.h"
#include <QList>

namespace tenantry::models {

/// A console's way to one database: a thread each for what is looked at, for what is counted, for
/// what is searched and for long work, and the news. Each connects when it is first needed. All
/// facades share it. Nothing here waits; what a lambda returns comes as a future, whose
/// continuation runs on the GUI thread with `then(context, …)`.
class Connection : public QObject {
  Q_OBJECT

public:
  /// The clock outlives the connection.
  Connection(const store::ConnectionSettings &settings, const Clock &clock, const QString &actor,
             Rights rights = {}, const Zone &zone = {}, QObject *parent = nullptr);
  ~Connection() override;

  /// Runs `work(store::Session &, business::AppliedBusiness &)` where lists and records are read.
  template <typename F> auto read(F work) { return on(m_read, std::move(work)); }
  /// The same for figures and counts: whoever looks at a list waits for none of them.
  template <typename F> auto measure(F work) { return on(m_measure, std::move(work)); }
  /// The same for what is looked for as one types: it waits for nothing but itself.
  template <typename F> auto find(F work) { return on(m_find, std::move(work)); }
  /// The same for commands and for what takes long: nobody who looks waits for it.
  template <typename F> auto work(F job) { return on(m_work, std::move(job)); }

  [[nodiscard]] const Clock &clock() const { return m_clock; }
  [[nodiscard]] bool isConnected() const { return m_connected; }
  [[nodiscard]] const Rights &rights() const { return m_rights; } ///< of the login, as at the start
  /// The day of the business, by its clock on the wall: not that of UTC, nor of this machine.
  [[nodiscard]] LocalDay today() const { return m_zone.dayOf(m_clock.now()); }
  [[nodiscard]] const Zone &zone() const { return m_zone; } ///< of the business
  /// The business may move: whoever reads it says in which zone it is.
  void setZone(const Zone &zone);

Q_SIGNALS:
  void connectedChanged(bool connected);
  /// Something happened in these organizations, here or elsewhere.
  void organizationsChanged(const QList<tenantry::OrganizationId> &organizations);
  /// After a lost connection: whatever is shown is fetched anew.
  void caughtUp();
  void zoneChanged(); ///< the business has moved

private:
  struct Lane {
    std::unique_ptr<store::DbThread> thread;
    std::shared_ptr<business::AppliedBusiness> business; ///< used on that thread only
  };
  static Lane makeLane(const store::ConnectionSettings &settings, const Clock &clock,
                       const QString &actor);
  template <typename F> static auto on(Lane &lane, F work) {
    return lane.thread->run(
        [work = std::move(work), business = lane.business](store::Session &session) mutable {
          return work(session, *business);
        });
  }
  void setConnected(bool connected);
  void takeNews(const QString &payload);

  const Clock &m_clock;
  const Rights m_rights;
  Zone m_zone; ///< of the business
  bool m_connected = false;
  Lane m_read, m_measure, m_find, m_work;
  std::unique_ptr<store::Listener> m_listener;
};

} // namespace tenantry::models
