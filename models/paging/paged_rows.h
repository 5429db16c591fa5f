// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/when_done.h"
#include "models/paging/column_rows.h"
#include "services/documents/csv_file.h"
#include <QFuture>
#include <variant>

namespace tenantry::models {

/// A list in pages, in constant memory, over live data. A list sets its columns, and says how a
/// page and the count are read:
///
///   class InvoiceTable : public PagedRows<billing::InvoiceRow, billing::InvoiceCursor> {
///     Reading reading() const override;
///     Counting counting() const override; …
///   };
///
/// Extra is what a page brings besides its rows (takeExtra).
template <typename Row, typename Cursor, typename Extra = std::monostate>
class PagedRows : public ColumnRows<Row, Cursor> {
protected:
  struct Page : PageOf<Row, Cursor> {
    Extra extra{};
  };
  using Reading = std::function<Result<Page>(store::Session &, business::AppliedBusiness &,
                                             const std::optional<Cursor> &after)>;
  using Counting =
      std::function<Result<std::int64_t>(store::Session &, business::AppliedBusiness &)>;

  using ColumnRows<Row, Cursor>::ColumnRows;

  // These run on another thread: they hold copies.
  [[nodiscard]] virtual Reading reading() const = 0;
  [[nodiscard]] virtual Counting counting() const = 0;
  virtual void takeExtra(Extra) {}

public:
  PagedListModel::Exporting exporting(const QString &path,
                                      const QList<int> &columns) const override {
    return [path, titles = this->exportTitles(columns), cells = this->exportCells(columns),
            read = reading()](store::Session &session, business::AppliedBusiness &business,
                              const PagedListModel::GoOn &goOn) -> Result<std::int64_t> {
      TENANTRY_TRY(file, documents::CsvFile::open(path));
      file.addRow(titles);
      std::int64_t written = 0;
      std::optional<Cursor> after;
      do {
        TENANTRY_TRY(page, read(session, business, after));
        for (const auto &row : page.rows)
          file.addRow(cells(row));
        written += static_cast<std::int64_t>(page.rows.size());
        if (!goOn(written))
          return -1;
        after = std::move(page.next);
      } while (after);
      TENANTRY_CHECK(file.finish());
      return written;
    };
  }

  PagedListModel::Walking walking() const override {
    return [read = reading(),
            key = this->keyOf()](store::Session &session, business::AppliedBusiness &business,
                                 const PagedListModel::Taking &take) -> Result<bool> {
      std::optional<Cursor> after;
      do {
        TENANTRY_TRY(page, read(session, business, after));
        QStringList keys;
        for (const auto &row : page.rows)
          keys += key(row);
        TENANTRY_TRY(goesOn, take(keys));
        if (!goesOn)
          return false;
        after = std::move(page.next);
      } while (after);
      return true;
    };
  }

private:
  void cancelReading() override { m_pending.cancel(); }
  void cancelCounting() override { m_counting.cancel(); }
  bool isCounting() const override { return m_counting.isRunning() && !m_counting.isCanceled(); }

  void startReading(int page) override {
    m_pending =
        this->connection().read([read = reading(), after = this->startOf(page)](
                                    store::Session &session, business::AppliedBusiness &business) {
          return read(session, business, after);
        });
    whenDone(m_pending, this, [this, page, asked = this->generation()](const Result<Page> &read) {
      if (!this->beginTaking(asked, read ? nullptr : &read.error()))
        return;
      Page fresh = *read;
      takeExtra(std::move(fresh.extra));
      this->merge(page, std::move(fresh));
      this->endTaking();
    });
  }

  /// One at a time, so that the one that runs can be cancelled.
  void startCounting() override {
    m_isCountStale = isCounting();
    if (m_isCountStale)
      return;
    m_counting = this->connection().measure(counting());
    whenDone(m_counting, this,
             [this, asked = this->generation()](const Result<std::int64_t> &count) {
               if (count || !m_isCountStale)
                 this->takeCount(asked, count);
               if (m_isCountStale)
                 startCounting();
             });
  }

  QFuture<Result<Page>> m_pending;
  QFuture<Result<std::int64_t>> m_counting;
  bool m_isCountStale = false; ///< something has changed while it counted
};

} // namespace tenantry::models
