// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <concepts>
#include <cstdlib>
#include <optional>
#include <vector>

namespace tenantry::models {

/// Rows of a list that is read page by page, each page after the last row of the one before it. It
/// grows at the end as one scrolls; of the pages behind only a bounded number keep their rows, of
/// the others the cursor stays, so that they can be read again. Every page but the last is full.
/// Pure bookkeeping: it reads nothing itself.
template <typename Row, typename Cursor> class KeysetPages {
public:
  KeysetPages(int pageSize, int pagesKept) : m_pageSize(pageSize), m_pagesKept(pagesKept) {}

  [[nodiscard]] int pageSize() const { return m_pageSize; }
  [[nodiscard]] int rowCount() const { return m_rowCount; }
  [[nodiscard]] bool isComplete() const { return m_complete; }

  /// Null where the page was let go, or beyond the end.
  [[nodiscard]] const Row *row(int row) const {
    const auto page = static_cast<std::size_t>(row / m_pageSize);
    const auto place = static_cast<std::size_t>(row % m_pageSize);
    if (row < 0 || page >= m_pages.size() || !m_pages[page].rows ||
        place >= m_pages[page].rows->size())
      return nullptr;
    return &(*m_pages[page].rows)[place];
  }

  /// The page to read next for a view that shows these rows and moves that way (+1 down, −1 up):
  /// what it shows first, then the page ahead.
  [[nodiscard]] std::optional<int> wanted(int firstRow, int lastRow, int direction) const {
    const int first = std::max(firstRow, 0) / m_pageSize;
    const int last = std::max(lastRow, 0) / m_pageSize;
    for (int page = first; page <= last; ++page)
      if (isMissing(page))
        return page;
    const int ahead = direction < 0 ? first - 1 : last + 1;
    return isMissing(ahead) ? std::optional(ahead) : std::nullopt;
  }

  /// The cursor after which that page begins.
  [[nodiscard]] Cursor startOf(int page) const {
    return page == 0 ? Cursor{} : *m_pages[static_cast<std::size_t>(page - 1)].next;
  }

  /// Whether the list grows by what `put` will be given for the page.
  [[nodiscard]] bool isNew(int page) const { return page == static_cast<int>(m_pages.size()); }

  /// Takes the rows of a page, and where the next one begins (nothing: this was the last), and lets
  /// go of what is farthest from it. The last page may become longer or shorter when it is read
  /// again; one in the middle that is not full any more becomes the last. True where the page after
  /// it is kept and now begins elsewhere: rows went over the border, so it is to be read again.
  bool put(int page, std::vector<Row> rows, std::optional<Cursor> next) {
    if (!isNew(page) && static_cast<int>(rows.size()) != m_pageSize)
      m_pages.resize(static_cast<std::size_t>(page) + 1);
    if (isNew(page))
      m_pages.emplace_back();
    auto &target = m_pages[static_cast<std::size_t>(page)];
    target.rows = std::move(rows);
    bool isMoved = false;
    if constexpr (std::equality_comparable<Cursor>) // else nothing comes in between
      isMoved = next && target.next && !(*next == *target.next);
    if (page + 1 == static_cast<int>(m_pages.size())) {
      m_rowCount = page * m_pageSize + static_cast<int>(target.rows->size());
      m_complete = !next;
    }
    target.next = std::move(next);
    evictAround(page);
    const auto after = static_cast<std::size_t>(page) + 1;
    return isMoved && after < m_pages.size() && m_pages[after].rows.has_value();
  }

  /// None where the page was let go.
  [[nodiscard]] std::vector<Row> rowsOf(int page) const {
    return m_pages[static_cast<std::size_t>(page)].rows.value_or(std::vector<Row>());
  }
  /// How many rows that page has; also of one that was let go.
  [[nodiscard]] int sizeOf(int page) const {
    return std::clamp(m_rowCount - page * m_pageSize, 0, m_pageSize);
  }
  /// Lets go of every page but these, so that they are read again when they are looked at.
  void forgetAllBut(int firstPage, int lastPage) {
    for (int page = 0; page < static_cast<int>(m_pages.size()); ++page)
      if (page < firstPage || page > lastPage)
        letGo(page);
  }

  /// The row whose value fits, among those that are kept; −1: none.
  template <typename Predicate> [[nodiscard]] int find(Predicate fits) const {
    for (std::size_t page = 0; page < m_pages.size(); ++page) {
      const auto &rows = m_pages[page].rows;
      if (!rows)
        continue;
      const auto found = std::find_if(rows->begin(), rows->end(), fits);
      if (found != rows->end())
        return static_cast<int>(page) * m_pageSize + static_cast<int>(found - rows->begin());
    }
    return -1;
  }

  [[nodiscard]] int pagesHeld() const {
    return static_cast<int>(std::count_if(m_pages.begin(), m_pages.end(),
                                          [](const Page &page) { return page.rows.has_value(); }));
  }

private:
  struct Page {
    std::optional<std::vector<Row>> rows; ///< none: let go, with the memory they took
    std::optional<Cursor> next;
  };

  [[nodiscard]] bool isMissing(int page) const {
    const int known = static_cast<int>(m_pages.size());
    if (page < 0 || page > known)
      return false;
    return page == known ? !m_complete : !m_pages[static_cast<std::size_t>(page)].rows;
  }

  void evictAround(int centre) {
    int held = pagesHeld();
    while (held-- > m_pagesKept) {
      int farthest = centre;
      for (int page = 0; page < static_cast<int>(m_pages.size()); ++page)
        if (m_pages[static_cast<std::size_t>(page)].rows &&
            std::abs(page - centre) > std::abs(farthest - centre))
          farthest = page;
      letGo(farthest);
    }
  }

  void letGo(int page) { m_pages[static_cast<std::size_t>(page)].rows.reset(); }

  int m_pageSize;
  int m_pagesKept;
  int m_rowCount = 0;
  bool m_complete = false;
  std::vector<Page> m_pages;
};

} // namespace tenantry::models
