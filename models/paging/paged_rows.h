// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/when_done.h"
#include "models/paging/held_rows.h"
#include <QFuture>
#include <variant>

namespace tenantry::models {

/// A list in pages, in constant memory, over live data. A list says how a page and the count are
/// read, and what its cells show:
///
///   class InvoiceTable : public PagedRows<billing::InvoiceRow, billing::InvoiceCursor> {
///     Reading reading(std::optional<billing::InvoiceCursor> after) const override;
///     Counting counting() const override;
///     QVariant data(…) const override; …
///   };
///
/// Extra is what a page brings besides its rows (takeExtra).
template <typename Row, typename Cursor, typename Extra = std::monostate>
class PagedRows : public HeldRows<Row, Cursor> {
protected:
  struct Page : PageOf<Row, Cursor> {
    Extra extra{};
  };
  using Reading = std::function<Result<Page>(store::Session &, business::AppliedBusiness &)>;
  using Counting =
      std::function<Result<std::int64_t>(store::Session &, business::AppliedBusiness &)>;

  using HeldRows<Row, Cursor>::HeldRows;
  /// Runs on another thread: it holds copies.
  [[nodiscard]] virtual Reading reading(std::optional<Cursor> after) const = 0;
  [[nodiscard]] virtual Counting counting() const = 0;
  virtual void takeExtra(Extra) {}

private:
  void cancelReading() override { m_pending.cancel(); }

  void startReading(int page) override {
    m_pending = this->connection().read(reading(this->startOf(page)));
    whenDone(m_pending, this, [this, page, asked = this->generation()](const Result<Page> &read) {
      if (!this->beginTaking(asked, read ? nullptr : &read.error()))
        return;
      Page fresh = *read;
      takeExtra(std::move(fresh.extra));
      this->merge(page, std::move(fresh));
      this->endTaking();
    });
  }

  void startCounting() override {
    whenDone(this->connection().read(counting()), this,
             [this, asked = this->generation()](const Result<std::int64_t> &count) {
               if (count)
                 this->takeCount(asked, *count);
             });
  }

  QFuture<Result<Page>> m_pending;
};

} // namespace tenantry::models
