// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/billing/golden_cases.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

/// Kinds of golden cases that no test shows, with what they wait for, or why they do not apply.
const std::map<std::string, const char *> left{
    // modes of others that Tenantry does not offer
    {"day_series", "not offered: periods of days, plans are by the month and by the year"},
    {"prorate_fixed", "not offered: months of 30 days"},
    {"grad_pct", "not offered: tiers of percentages"},
    {"volume_prorated", "not offered: units prorated by the day they joined"},
    {"max_spend", "not offered: a maximum per period"},
    {"min_spend_prorated", "not offered: a minimum is due whole"},
    {"fixed_carry", "not offered: what a coupon did not use is not carried over"},
    {"limited", "not offered: a cycle is a recurring period, also one of zero"},
    {"wallet", "not offered: balances are of whole minor units"},
    {"burn_down", "not offered: grants that expire, there is one balance"},
    {"overdue_states", "not offered: one suspension, not several states"},
    {"rung", "not offered: retries at times found by experience"},
    {"threshold", "not offered: every amount is dunned"},
    {"next_attempt", "not offered: gaps between tries, they count from the first failure"},
};

/// The text of every test beside this one.
QString testSources() {
  QString all;
  QDirIterator files(u"tests/services"_s, {u"tst_*.cpp"_s}, QDir::Files,
                     QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (!file.fileName().endsWith(u"tst_golden_cases.cpp"_s) && file.open(QIODevice::ReadOnly))
      all += QString::fromUtf8(file.readAll());
  }
  return all;
}

} // namespace

/// Every golden case is shown by a test, or is listed here by its kind with the reason.
class TestGoldenCases : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyKindIsShownOrListed() {
    static const QRegularExpression added(u"(?:addRows\\(|addBillingCases\\()[^;]*?\\)"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    QString shown;
    for (auto matches = added.globalMatch(testSources()); matches.hasNext();)
      shown += matches.next().captured();
    std::map<std::string, QStringList> kinds;
    for (const auto &each : golden::document().at("cases"))
      kinds[each.at("kind")].append(QString::fromStdString(each.at("id").get<std::string>()));
    QStringList objections;
    int cases = 0;
    for (const auto &[kind, ids] : kinds) {
      const bool isShown = shown.contains(u"\"%1\""_s.arg(QString::fromStdString(kind)));
      const auto listed = left.find(kind);
      if (isShown == (listed != left.end()))
        objections.append(u"%1 is %2"_s.arg(QString::fromStdString(kind),
                                            isShown ? u"shown and listed"_s : u"neither"_s));
      if (listed != left.end())
        qInfo("%s: %s (%s)", kind.c_str(), listed->second, qPrintable(ids.join(u", "_s)));
      else
        cases += static_cast<int>(ids.size());
    }
    for (const auto &[kind, why] : left)
      if (!kinds.contains(kind))
        objections.append(u"there is no kind %1"_s.arg(QString::fromStdString(kind)));
    QVERIFY2(objections.isEmpty(), qPrintable(objections.join(u'\n')));
    qInfo("%d of %d cases are shown", cases,
          static_cast<int>(golden::document().at("cases").size()));
  }
};

QTEST_GUILESS_MAIN(TestGoldenCases)
#include "tst_golden_cases.moc"
