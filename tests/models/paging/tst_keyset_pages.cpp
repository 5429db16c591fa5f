// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paging/keyset_pages.h"

#include <QTest>
#include <numeric>

using Pages = tenantry::models::KeysetPages<int, int>;

class TestKeysetPages : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void growsAtTheEnd();
  void readsAheadInTheDirectionOfScrolling();
  void keepsABoundedNumberOfPages();
  void aPageLetGoIsReadAgainFromItsCursor();
  void aFullLastPageFollowedByNothingEndsTheList();
  void aMiddlePageThatIsNotFullAnyMoreEndsTheList();
  void theLastPageGrowsWhenItIsReadAgain();
  void rowsThatGoOverABorderAreNotLost();
};

namespace {

constexpr int pageSize = 10, pagesKept = 3;

/// Rows [page × 10, …) of a list of that many; cursors are the numbers of the last row.
void putPage(Pages &pages, int page, int total) {
  const int first = page * pageSize, count = std::clamp(total - first, 0, pageSize);
  std::vector<int> rows(static_cast<std::size_t>(count));
  std::iota(rows.begin(), rows.end(), first);
  const bool goesOn = first + count < total;
  pages.put(page, std::move(rows), goesOn ? std::optional(first + count - 1) : std::nullopt);
}

Pages filled(int pages, int total) {
  Pages all(pageSize, pagesKept);
  for (int page = 0; page < pages; ++page)
    putPage(all, page, total);
  return all;
}

} // namespace

void TestKeysetPages::growsAtTheEnd() {
  const auto pages = filled(3, 25);
  QCOMPARE(pages.rowCount(), 25);
  QVERIFY(pages.isComplete());
  QCOMPARE(*pages.row(24), 24);
  QVERIFY(!pages.row(25));
}

void TestKeysetPages::readsAheadInTheDirectionOfScrolling() {
  const auto pages = filled(2, 1000);
  QCOMPARE(pages.wanted(5, 12, 1), std::optional(2));
  QCOMPARE(pages.wanted(5, 8, 1), std::nullopt);
  QCOMPARE(pages.wanted(5, 12, -1), std::nullopt);
}

void TestKeysetPages::keepsABoundedNumberOfPages() {
  const auto pages = filled(50, 1000);
  QCOMPARE(pages.rowCount(), 500);
  QCOMPARE(pages.pagesHeld(), pagesKept);
  QVERIFY(!pages.row(0));
  QCOMPARE(*pages.row(499), 499);
}

void TestKeysetPages::aPageLetGoIsReadAgainFromItsCursor() {
  auto pages = filled(10, 1000);
  QCOMPARE(pages.wanted(25, 29, -1), std::optional(2));
  QCOMPARE(pages.startOf(2), 19);
  putPage(pages, 2, 1000);
  QCOMPARE(*pages.row(25), 25);
  QCOMPARE(pages.rowCount(), 100);
  QCOMPARE(pages.wanted(25, 29, -1), std::optional(1));
}

void TestKeysetPages::aFullLastPageFollowedByNothingEndsTheList() {
  Pages pages(pageSize, pagesKept);
  pages.put(0, std::vector<int>(pageSize), 9);
  pages.put(1, {}, std::nullopt);
  QVERIFY(pages.isComplete());
  QCOMPARE(pages.rowCount(), pageSize);
  QCOMPARE(pages.wanted(0, 9, 1), std::nullopt);
}

void TestKeysetPages::aMiddlePageThatIsNotFullAnyMoreEndsTheList() {
  auto pages = filled(3, 30);
  pages.put(1, {10, 11}, std::nullopt);
  QCOMPARE(pages.rowCount(), 12);
  QVERIFY(!pages.row(20));
}

void TestKeysetPages::theLastPageGrowsWhenItIsReadAgain() {
  auto pages = filled(1, 4);
  putPage(pages, 0, 12);
  QCOMPARE(pages.rowCount(), 10);
  QVERIFY(!pages.isComplete());
  QCOMPARE(pages.wanted(0, 9, 1), std::optional(1));
}

/// Two rows came before the first: what was last in page 0 begins page 1 now.
void TestKeysetPages::rowsThatGoOverABorderAreNotLost() {
  auto pages = filled(2, 100);
  QCOMPARE(pages.startOf(1), 9);
  std::vector<int> rows{-2, -1, 0, 1, 2, 3, 4, 5, 6, 7};
  QVERIFY(pages.put(0, rows, std::optional(7)));
  QCOMPARE(pages.startOf(1), 7);
  QVERIFY(!pages.put(0, rows, std::optional(7)));
  pages.forgetAllBut(0, 0);
  QVERIFY(!pages.put(0, rows, std::optional(6)));
  QCOMPARE(pages.rowCount(), 20);
}

QTEST_APPLESS_MAIN(TestKeysetPages)
#include "tst_keyset_pages.moc"
