// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::architecture;

/// docs/errors.md lists the error codes of the product: none is missing, none is listed that nobody
/// uses.
class TestErrorCodes : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyCodeIsListed();
  void everyListedCodeIsUsed();
  void noCodeIsListedTwice();
};

namespace {

const QStringList programRooms{u"app"_s, u"models"_s, u"services"_s, u"ui"_s, u"benchmarks"_s};

QStringList capturesIn(const QString &text, const QRegularExpression &pattern) {
  QStringList all;
  for (auto it = pattern.globalMatch(text); it.hasNext();)
    all.append(it.next().captured(1));
  return all;
}

/// Code → where it is made: `fail(u"…"_s`, `Error{u"…"_s`, refuse('…' in SQL, and bad rows.
QMap<QString, QString> madeCodes() {
  static const QRegularExpression made(
      uR"x((?:\bfail|\bError)\s*[({]\s*u"([a-z][a-z0-9_]*\.[a-z0-9_]+)")x"_s);
  static const QRegularExpression refused(uR"x(\brefuse\(\s*'([a-z][a-z0-9_.]*)')x"_s);
  QMap<QString, QString> codes;
  for (const auto &room : programRooms)
    for (const auto &file : filesBelow(room, {u"*.h"_s, u"*.cpp"_s}))
      for (const auto &code : capturesIn(contentOf(file), made))
        codes.insert(code, file);
  for (const auto &file : filesBelow(u"resources/sql"_s, {u"*.sql"_s}))
    for (const auto &code : capturesIn(contentOf(file), refused))
      codes.insert(code, file);
  // Those of an import's rows are one word, and are not made in one form only.
  static const QRegularExpression ofRow(
      uR"x("((?:[a-z]+_)+(?:invalid|missing|unknown|mismatch|reserved|exists|draft|long)|duplicate_[a-z]+)")x"_s);
  for (const auto &file : filesBelow(u"services/importing"_s, {u"*.cpp"_s}))
    for (const auto &code : capturesIn(contentOf(file), ofRow))
      codes.insert(code, file);
  return codes;
}

QStringList listedCodes() {
  static const QRegularExpression row(uR"x(^\| `([a-z0-9_.]+)` \|)x"_s,
                                      QRegularExpression::MultilineOption);
  return capturesIn(contentOf(u"docs/errors.md"_s), row);
}

/// Every literal of the sources that has the form of a code, or of its part after the dot.
QSet<QString> literals() {
  static const QRegularExpression literal(uR"x(["']([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)?)["'])x"_s);
  QSet<QString> all;
  for (const auto &room : programRooms + QStringList{u"resources/sql"_s})
    for (const auto &file : filesBelow(room, {u"*.h"_s, u"*.cpp"_s, u"*.sql"_s}))
      for (const auto &text : capturesIn(contentOf(file), literal))
        all.insert(text);
  return all;
}

} // namespace

void TestErrorCodes::everyCodeIsListed() {
  const auto made = madeCodes();
  QVERIFY2(made.size() > 50,
           "The codes were not found: the source tree is not where this test looks.");
  const auto codes = listedCodes();
  const QSet<QString> listed(codes.begin(), codes.end());
  QStringList missing;
  for (auto it = made.begin(); it != made.end(); ++it)
    if (!listed.contains(it.key()))
      missing.append(u"%1 (%2) has no line in docs/errors.md"_s.arg(it.key(), it.value()));
  QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestErrorCodes::everyListedCodeIsUsed() {
  const auto used = literals();
  QStringList unused;
  for (const auto &code : listedCodes())
    if (!used.contains(code) && !used.contains(code.section(u'.', 1)))
      unused.append(u"docs/errors.md lists %1, which nothing makes"_s.arg(code));
  QVERIFY2(unused.isEmpty(), qPrintable(unused.join(u'\n')));
}

void TestErrorCodes::noCodeIsListedTwice() {
  auto codes = listedCodes();
  QCOMPARE(codes.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestErrorCodes)
#include "tst_error_codes.moc"
