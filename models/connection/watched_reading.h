// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/stoppable_reading.h"
#include <QElapsedTimer>
#include <QTimer>

namespace tenantry::models {

/// Facts that are read as a whole and kept up to date: one reading at a time, again with the news
/// and when the connection is back. Where reading takes long it is done less often.
class WatchedFacts : public QObject {
  Q_OBJECT

public:
  void begin(); ///< reads, where nobody asked before
  void reload();
  [[nodiscard]] const std::optional<Error> &error() const { return m_error; } ///< of the last one
  [[nodiscard]] bool isFetching() const { return m_running.isRunning(); }
  /// Ends the reading: facts that are there stay, where there are none the error says so. False
  /// where none goes on that somebody may have noticed.
  bool stop();

Q_SIGNALS:
  void changed(); ///< facts came, or an error instead

protected:
  WatchedFacts(Connection &connection, QObject *parent);

  [[nodiscard]] Connection &connection() { return m_connection; }
  [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
  [[nodiscard]] StoppableReading &running() { return m_running; }
  virtual void startReading() = 0;
  [[nodiscard]] virtual bool hasFacts() const = 0;
  /// False: something happened meanwhile, and it is read once more.
  [[nodiscard]] bool endReading();
  void end(std::optional<Error> error);

private:
  Connection &m_connection;
  std::optional<Error> m_error;
  StoppableReading m_running;
  bool m_isStale = false, m_hasBegun = false;
  QElapsedTimer m_took;
  QTimer m_newsPause; ///< news come in bursts
};

/// Facts of one kind: `reading` says how they are read, on another thread.
template <typename Facts> class WatchedReading : public WatchedFacts {
public:
  [[nodiscard]] const Facts *facts() const { return m_facts ? &*m_facts : nullptr; }

protected:
  using WatchedFacts::WatchedFacts;
  using Reading = std::function<Result<Facts>(store::Session &, business::AppliedBusiness &)>;
  [[nodiscard]] virtual Reading reading() = 0;
  virtual void take(const Facts &) {} ///< they came

private:
  void startReading() override {
    this->running().begin(this->connection().measure(reading()), [this](
                                                                     const Result<Facts> &facts) {
      if (!this->endReading())
        return;
      if (facts) {
        m_facts = *facts;
        take(*m_facts);
        this->end({});
      } else {
        // What is there stays while there is no connection.
        const bool isOld = m_facts && facts.error().code == QStringLiteral("store.disconnected");
        this->end(isOld ? this->error() : facts.error());
      }
    });
  }

  bool hasFacts() const override { return m_facts.has_value(); }

  std::optional<Facts> m_facts;
};

} // namespace tenantry::models
