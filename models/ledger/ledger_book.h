// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/billing/book_months.h"
#include "services/billing/months.h"
#include "services/billing/receivables.h"
#include <QElapsedTimer>
#include <QTimer>

namespace tenantry::models {

/// The months of the books, what each account came to in the one that is looked at, and what is
/// owed now.
struct BookFacts {
  std::vector<billing::BookMonth> months; ///< the latest first
  std::optional<LocalDay> closedThrough;
  std::chrono::year_month month{}; ///< the one that is looked at
  std::vector<billing::AccountFigures> figures;
  std::vector<billing::Receivable> receivables;
  bool mayClose = false; ///< this login, months
  Instant asOf{};

  [[nodiscard]] const billing::BookMonth *find(std::chrono::year_month wanted) const;
  /// The first that could be closed now; none where all that are over are closed.
  [[nodiscard]] std::optional<std::chrono::year_month> closable() const;
  [[nodiscard]] std::vector<Currency> currencies() const; ///< of the figures
};

/// The books, kept up to date; where reading them takes long they are read less often.
class LedgerBook : public QObject {
  Q_OBJECT

public:
  explicit LedgerBook(Connection &connection, QObject *parent = nullptr);

  void show(std::optional<std::chrono::year_month> month); ///< none: the one that runs
  void begin();                                            ///< reads, where nobody asked before
  void reload();
  [[nodiscard]] const BookFacts *facts() const { return m_facts ? &*m_facts : nullptr; }
  [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
  [[nodiscard]] bool isFetching() const { return m_isFetching; }

Q_SIGNALS:
  void changed(); ///< facts came, or an error instead

private:
  void take(const Result<BookFacts> &facts);

  Connection &m_connection;
  std::optional<std::chrono::year_month> m_month;
  std::optional<BookFacts> m_facts;
  std::optional<Error> m_error; ///< of the last reading
  bool m_isFetching = false, m_isStale = false, m_hasBegun = false;
  QElapsedTimer m_took;
  QTimer m_newsPause; ///< news come in bursts
};

} // namespace tenantry::models
