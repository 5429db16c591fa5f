// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/keyset_pages.h"
#include "models/paging/paged_list_model.h"
#include "models/paging/row_sets.h"
#include "services/core/page.h"

namespace tenantry::models {

/// The rows of a list that are in memory, and how a page that was read takes its place among them:
/// what came, went and moved is told to the views step by step, so that what they hold on to stays.
/// A Row has an `id`, by which it is known again; a Cursor compares.
template <typename Row, typename Cursor> class HeldRows : public PagedListModel {
public:
  [[nodiscard]] int pagesHeld() const { return m_pages.pagesHeld(); }
  int rowCount(const QModelIndex &parent = {}) const override {
    return parent.isValid() ? 0 : m_pages.rowCount();
  }
  bool isComplete() const override { return m_pages.isComplete(); }
  QString keyAt(int row) const override {
    const auto *held = m_pages.row(row);
    return held ? keyOf()(*held) : QString();
  }
  int rowWithKey(const QString &key) const override {
    return m_pages.find([&key, of = keyOf()](const Row &row) { return of(row) == key; });
  }

protected:
  using PagedListModel::PagedListModel;
  using Start = std::optional<Cursor>;
  using KeyOf = QString (*)(const Row &);

  /// Also used on other threads.
  [[nodiscard]] virtual KeyOf keyOf() const {
    return [](const Row &row) { return row.id.toString(); };
  }

  /// Null where the page was let go, or beyond the end.
  [[nodiscard]] const Row *rowAt(const QModelIndex &index) const {
    return index.isValid() ? m_pages.row(index.row()) : nullptr;
  }
  [[nodiscard]] Start startOf(int page) const { return m_pages.startOf(page); }
  void merge(int page, PageOf<Row, Cursor> fresh) {
    if (m_pages.isNew(page))
      insertNew(page, std::move(fresh));
    else
      renew(page, std::move(fresh));
  }

private:
  void clearRows() override { m_pages = {pageSize, pagesKept}; }
  std::optional<int> wantedPage(int first, int last, int direction) const override {
    return m_pages.wanted(first, last, direction);
  }
  bool isNewPage(int page) const override { return m_pages.isNew(page); }
  void keepOnly(int first, int last) override { m_pages.forgetAllBut(first, last); }

  void insertNew(int page, PageOf<Row, Cursor> fresh) {
    const int first = m_pages.rowCount(), count = static_cast<int>(fresh.rows.size());
    if (count > 0)
      beginInsertRows({}, first, first + count - 1);
    put(page, std::move(fresh.rows), std::move(fresh.next));
    if (count > 0)
      endInsertRows();
  }

  /// First the end grows by rows that are new, then all rows move to where they are now, then the
  /// end loses those that went: so each step is one that a view understands. A page in the middle
  /// that is not full any more ends the list, which then grows again from there.
  void renew(int page, PageOf<Row, Cursor> fresh) {
    const int first = page * pageSize, count = static_cast<int>(fresh.rows.size());
    const int before = m_pages.sizeOf(page);
    auto rows = m_pages.rowsOf(page);
    if (rows.empty())
      return fill(page, std::move(fresh));
    if (count > before) {
      beginInsertRows({}, first + before, first + count - 1);
      rows = joined(std::move(rows), fresh.rows, count);
      put(page, rows, fresh.next);
      endInsertRows();
    }
    if (auto arranged = joined(fresh.rows, rows, std::max(count, before));
        !hasSameRows(arranged, rows))
      rearrange(page, std::move(arranged), fresh.next);
    if (count < before)
      beginRemoveRows({}, first + count, m_pages.rowCount() - 1);
    put(page, std::move(fresh.rows), std::move(fresh.next));
    if (count < before)
      endRemoveRows();
    tellChanged(first, count);
  }

  /// A page that was let go: there is nothing to compare with. Its rows come first, then it grows
  /// or shrinks at its end, so that no row changes while others come or go.
  void fill(int page, PageOf<Row, Cursor> fresh) {
    const int first = page * pageSize, count = static_cast<int>(fresh.rows.size());
    const int before = m_pages.sizeOf(page);
    auto shown = fresh.rows;
    shown.resize(static_cast<std::size_t>(before));
    put(page, std::move(shown), fresh.next);
    tellChanged(first, before);
    if (count > before) {
      beginInsertRows({}, first + before, first + count - 1);
      put(page, std::move(fresh.rows), std::move(fresh.next));
      endInsertRows();
    } else if (count < before) {
      beginRemoveRows({}, first + count, m_pages.rowCount() - 1);
      put(page, std::move(fresh.rows), std::move(fresh.next));
      endRemoveRows();
    }
  }

  void rearrange(int page, std::vector<Row> rows, Start next) {
    Q_EMIT layoutAboutToBeChanged();
    QModelIndexList from, to;
    for (const auto &kept : persistentIndexList()) {
      const auto *row = kept.row() / pageSize == page ? m_pages.row(kept.row()) : nullptr;
      if (!row)
        continue;
      const auto place = std::find_if(rows.begin(), rows.end(),
                                      [row](const Row &one) { return one.id == row->id; });
      from.append(kept);
      to.append(
          place == rows.end()
              ? QModelIndex()
              : index(page * pageSize + static_cast<int>(place - rows.begin()), kept.column()));
    }
    put(page, std::move(rows), std::move(next));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged();
  }

  void put(int page, std::vector<Row> rows, Start next) {
    if (m_pages.put(page, std::move(rows),
                    next ? std::optional<Start>(std::move(next)) : std::nullopt))
      markStale(page + 1);
  }

  void tellChanged(int first, int count) {
    if (count > 0)
      Q_EMIT dataChanged(index(first, 0), index(first + count - 1, columnCount() - 1));
  }

  KeysetPages<Row, Start> m_pages{pageSize, pagesKept};
};

} // namespace tenantry::models
