// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/embedded_cluster.h"
#include "tests/app/documented.h"
#include "tests/app/programs.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// What finance reads and decides at a shell: what is owed, what came in and what it paid, drafts
/// in review, and what an act comes to before it is done.
class TestCtlBooks : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void BILL_2_nothingIsDueOfAVoidInvoice();
  void BILL_6_aReceiptNamesWhatItPaid();
  void BILL_6_whatCustomersAreOwedIsListed();
  void BILL_3_aDraftIsReviewedByItsId();
  void BILL_2_aLineIsExplainedInWords();
  void BILL_2_aCreditIsHeldToItsPreview();
  void BILL_5_dunningIsPreviewed();
  void BILL_4_anAssignmentIsPreviewed();
  void BILL_6_aPaymentThatNeverCameIsTakenBack();
  void BILL_6_closingIsPreviewed();
  void theBookIsSound();

private:
  nlohmann::json answer(const QStringList &arguments, int status = 0) const {
    return m_ctl.answer(arguments, status);
  }
  QString say(const QStringList &arguments) const {
    return QString::fromUtf8(m_ctl.run(arguments).output);
  }
  static QString textOf(const nlohmann::json &json, const char *key) {
    return QString::fromStdString(json[key].get<std::string>());
  }
  /// Sold once, in USD.
  [[nodiscard]] nlohmann::json charge(const QString &price) const {
    return answer({u"invoice"_s, u"charge"_s, m_customer, u"--currency"_s, u"USD"_s, u"--line"_s,
                   u"Work="_s + price});
  }
  QTemporaryDir m_directory{u"/tmp/tenantry-ctl-XXXXXX"_s};
  std::unique_ptr<store::EmbeddedCluster> m_cluster; ///< held, so that commands need not start it
  tests::Ctl m_ctl{m_directory.path()};
  QString m_customer; ///< the first organization
};

// An invoice above 50,000 waits for a second pair of eyes.
void TestCtlBooks::initTestCase() {
  auto cluster = store::EmbeddedCluster::open(m_directory.path(),
                                              store::EmbeddedCluster::Durability::Throwaway);
  QVERIFY2(cluster.has_value(), cluster ? "" : qPrintable(cluster.error().toString()));
  m_cluster = std::move(*cluster);
  const auto files = m_directory.filePath(u"business"_s);
  QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, u"resources/business/default"_s, files}), 0);
  QFile file(files + u"/business.toml"_s);
  QVERIFY(file.open(QIODevice::ReadWrite));
  auto text = file.readAll();
  file.resize(0);
  file.write(
      text.replace("# approval_above = { USD = 1000000 }", "approval_above = { USD = 5000000 }"));
  file.close();
  QVERIFY(answer({u"business"_s, u"apply"_s, files}).contains("version"));
  QVERIFY(answer({u"demo"_s, u"--organizations"_s, u"40"_s, u"--months"_s, u"3"_s, u"--seed"_s,
                  u"3"_s})["filled"] == true);
  m_customer = textOf(answer({u"organization"_s, u"list"_s})["organizations"][0], "id");
}

void TestCtlBooks::BILL_2_nothingIsDueOfAVoidInvoice() {
  const auto number = textOf(charge(u"100.00"_s), "number");
  QVERIFY(answer({u"invoice"_s, u"void"_s, number, u"--reason"_s, u"twice"_s})["done"] == true);
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["amount_due"] == 0);
  QVERIFY(answer({u"invoice"_s, u"explain"_s, number})["amount_due"] == 0);
  const auto listed = answer({u"invoice"_s, u"list"_s, u"--status"_s, u"void"_s})["invoices"];
  QVERIFY(!listed.empty());
  for (const auto &one : listed)
    QVERIFY(one["amount_due"] == 0 && one["total"] > 0);
  int voids = 0;
  const auto today = textOf(answer({u"invoice"_s, u"show"_s, number}), "issued_on");
  const auto figures = answer({u"metrics"_s, u"--date"_s, today})["invoices"];
  for (const auto &one : figures)
    if (one["status"] == "void") {
      ++voids;
      QVERIFY(one["amount_due"] == 0 && one["total"] > 0);
    }
  QVERIFY(voids > 0);
}

void TestCtlBooks::BILL_6_aReceiptNamesWhatItPaid() {
  const auto number = textOf(charge(u"80.00"_s), "number");
  const std::int64_t due = answer({u"invoice"_s, u"show"_s, number})["amount_due"];
  const auto paid = QString::number(double(due + 2'000) / 100, 'f', 2);
  QVERIFY(answer({u"payment"_s, u"receive"_s, number, paid, u"--reference"_s,
                  u"SEPA 4711"_s})["done"] == true);
  const auto day = textOf(answer({u"payment"_s, u"list"_s, number})["payments"][0], "booked_on");
  const QStringList receipts{u"ledger"_s, u"receipts"_s, u"--from"_s, day, u"--to"_s, day};
  const auto listed = answer(receipts);
  QCOMPARE(tests::differences(tests::documented(u"Without FILE"_s), listed), QStringList());
  int found = 0;
  for (const auto &one : listed["receipts"])
    if (one["reference"] == "SEPA 4711") {
      ++found;
      QVERIFY(one["invoice"] == number.toStdString() && one["source"] == "transfer");
      QVERIFY(one["amount"] == due + 2'000 && one["to_balance"] == 2'000);
      QVERIFY(one["organization"] == m_customer.toStdString());
    }
  QCOMPARE(found, 1);
  const auto path = m_directory.filePath(u"journal.csv"_s);
  QVERIFY(answer({u"ledger"_s, u"journal"_s, u"--from"_s, day, u"--to"_s, day, path})["rows"] > 0);
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  int cash = 0;
  for (const auto &line : file.readAll().split('\n'))
    if (line.contains("\"cash\"") && line.contains("\"SEPA 4711\"")) {
      ++cash;
      QVERIFY2(line.contains('"' + number.toLatin1() + '"'), line);
    }
  QCOMPARE(cash, 1);
}

void TestCtlBooks::BILL_6_whatCustomersAreOwedIsListed() {
  answer({u"balance"_s, u"adjust"_s, m_customer, u"700"_s, u"--currency"_s, u"JPY"_s, u"--reason"_s,
          u"goodwill"_s});
  const QStringList balances{u"ledger"_s, u"balances"_s};
  const auto listed = answer(balances);
  auto page = tests::documented(u"Without FILE it is listed"_s);
  page["totals"] = nlohmann::json::array({tests::documented(u"`totals` is a list of"_s)});
  QCOMPARE(tests::differences(page, listed), QStringList());
  int found = 0;
  for (const auto &one : listed["balances"])
    if (one["currency"] == "JPY" && one["organization"] == m_customer.toStdString()) {
      ++found;
      QVERIFY(one["amount"] == 700);
    }
  QCOMPARE(found, 1);
  for (const auto &one : listed["totals"])
    QVERIFY(one["currency"] != "JPY" || one["amount"] == 700);
  QVERIFY(say(balances).contains(m_customer));
  const QStringList then{u"--as-of"_s, u"2020-01-31"_s};
  QVERIFY(answer(balances + then)["balances"].empty());
  const auto path = m_directory.filePath(u"balances.csv"_s);
  const auto said = answer(balances + QStringList{path});
  QCOMPARE(tests::differences(tests::documented(u"| `ledger balances"_s), said), QStringList());
  QVERIFY(said["rows"] == listed["balances"].size());
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(file.readAll().trimmed().count('\n'), said["rows"].get<qsizetype>());
}

void TestCtlBooks::BILL_3_aDraftIsReviewedByItsId() {
  const auto draft = charge(u"60000"_s);
  QVERIFY(draft["status"] == "draft");
  const auto id = textOf(draft, "id");
  const auto shown = answer({u"invoice"_s, u"show"_s, id});
  QVERIFY(shown["id"] == draft["id"] && !shown["lines"].empty());
  QVERIFY(answer({u"invoice"_s, u"explain"_s, id})["total"] == draft["total"]);
  const auto pdf = answer({u"invoice"_s, u"pdf"_s, id, m_directory.filePath(u"draft.pdf"_s)});
  QVERIFY(pdf["bytes"] > 1'000 && pdf["number"] == "");
  QVERIFY(answer({u"invoice"_s, u"show"_s, m_customer}, 1)["error"]["code"] == "invoice.not_found");
  const auto text = say({u"invoice"_s, u"list"_s, u"--status"_s, u"draft"_s});
  QVERIFY2(text.contains(id) && text.contains(m_customer), qPrintable(text));
  QVERIFY(!say({u"invoice"_s, u"list"_s, u"--status"_s, u"paid"_s}).contains(m_customer));
  const auto seen = answer({u"invoice"_s, u"finalize"_s, m_customer, id, u"--preview"_s}, 1);
  QVERIFY(seen["error"]["code"] == "invoice.approval_needed");
  QVERIFY(seen["total"] == draft["total"] && seen["done"] == false && seen.contains("digest"));
  QVERIFY(seen["status"] == "draft");
  QVERIFY(answer({u"invoice"_s, u"discard"_s, m_customer, id, u"--reason"_s, u"wrong"_s})["done"] ==
          true);
}

void TestCtlBooks::BILL_2_aLineIsExplainedInWords() {
  const auto invoices = answer({u"invoice"_s, u"list"_s, u"--limit"_s, u"20"_s})["invoices"];
  int plans = 0, steps = 0;
  for (const auto &one : invoices) {
    const auto text = say({u"invoice"_s, u"explain"_s, textOf(one, "id")});
    QVERIFY2(!text.contains(u"{\""_s) && !text.contains(u"[{"_s), qPrintable(text));
    plans += text.contains(u"by the month"_s) ? 1 : 0;
    steps += text.contains(u" are included"_s) || text.contains(u" each"_s) ? 1 : 0;
  }
  QVERIFY(plans > 0);
  QVERIFY(steps > 0);
}

void TestCtlBooks::BILL_2_aCreditIsHeldToItsPreview() {
  const auto number = textOf(charge(u"90.00"_s), "number");
  const QStringList credit{u"invoice"_s, u"credit"_s, number, u"9.00"_s};
  const auto seen = answer(credit + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `invoice credit"_s), seen), QStringList());
  const auto text = say(credit + QStringList{u"--preview"_s});
  QVERIFY2(text.contains(u"one_off"_s) && text.contains(u"tax"_s), qPrintable(text));
  QVERIFY(answer(credit + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "invoice.picture_changed");
  const auto digest = textOf(seen, "digest");
  QVERIFY(answer(credit + QStringList{u"--expect"_s, digest})["done"] == true);
}

void TestCtlBooks::BILL_5_dunningIsPreviewed() {
  const auto cases = answer({u"dunning"_s, u"list"_s})["cases"];
  QVERIFY(!cases.empty());
  const auto number = textOf(cases[0], "number");
  const auto day = QDate::currentDate().addDays(9).toString(Qt::ISODate);
  const QStringList extend{u"dunning"_s, u"extend"_s,   number,       u"--until"_s,
                           day,          u"--reason"_s, u"asked us"_s};
  const auto seen = answer(extend + QStringList{u"--preview"_s});
  QVERIFY(seen["done"] == false && seen["extensions"].empty());
  QVERIFY(answer(extend + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "invoice.picture_changed");
  const auto done = answer(extend + QStringList{u"--expect"_s, textOf(seen, "digest")});
  QVERIFY(done["done"] == true && done["extensions"].size() == 1);
  const QStringList revoke{u"dunning"_s, u"revoke"_s, textOf(done, "organization"),
                           textOf(done["extensions"][0], "id")};
  const auto back = answer(revoke + QStringList{u"--preview"_s});
  QVERIFY(back["done"] == false && back["number"] == number.toStdString());
  QVERIFY2(!back["to_come"].empty() && back["to_come"] != done["to_come"], back.dump().c_str());
  QVERIFY(answer(revoke + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "invoice.picture_changed");
  QVERIFY(answer(revoke + QStringList{u"--expect"_s, textOf(back, "digest")})["done"] == true);
  QVERIFY(answer(revoke + QStringList{u"--preview"_s})["done"] == false); // nothing is given
  int tried = 0;
  for (const auto &one : cases) {
    const QStringList retry{u"dunning"_s, u"retry"_s, textOf(one, "number")};
    const auto ran = m_ctl.run(retry + QStringList{u"--preview"_s, u"--json"_s});
    if (ran.status != 0)
      continue;
    const auto picture = ran.json();
    QCOMPARE(tests::differences(tests::documented(u"| `dunning retry"_s), picture), QStringList());
    QVERIFY(picture["done"] == false && picture["amount_due"] == one["amount_due"]);
    QVERIFY(answer(retry + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
            "invoice.picture_changed");
    QVERIFY(answer(retry + QStringList{u"--expect"_s, textOf(picture, "digest")})["done"] == true);
    ++tried;
    break;
  }
  QCOMPARE(tried, 1);
}

void TestCtlBooks::BILL_4_anAssignmentIsPreviewed() {
  QFile file(m_directory.filePath(u"bank.csv"_s));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(
      "Auftragskonto;Buchungstag;Valutadatum;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;"
      "Kontonummer/IBAN;Betrag;Waehrung\n"
      "DE8937;03.02.2026;03.02.26;Danke;Eins GmbH;DE02120300000000202051;150,00;USD\n"
      "DE8937;05.02.2026;05.02.26;Rueckgabe;Eins GmbH;DE02120300000000202051;-150,00;USD\n");
  file.close();
  QVERIFY(answer({u"import"_s, u"bank"_s, file.fileName()})["statements"][0]["waiting"] == 2);
  const auto entries = answer({u"bank"_s, u"list"_s})["entries"];
  QString entry, out;
  for (const auto &one : entries)
    if (one["account"] == "DE8937")
      (one["amount"] > 0 ? entry : out) = textOf(one, "id");
  const auto number = textOf(charge(u"100.00"_s), "number");
  const std::int64_t due = answer({u"invoice"_s, u"show"_s, number})["amount_due"];
  const QStringList assign{u"bank"_s, u"assign"_s,    entry,     u"--invoice"_s,
                           number,    u"--balance"_s, m_customer};
  const auto seen = answer(assign + QStringList{u"--preview"_s});
  QVERIFY(seen["done"] == false && seen["status"] == "waiting" &&
          seen["id"] == entry.toStdString());
  QVERIFY(seen["parts"][0]["number"] == number.toStdString() && seen["parts"][0]["pays"] == due);
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["amount_due"] == due);
  QVERIFY(answer(assign + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "payment.picture_changed");
  const auto done = answer(assign + QStringList{u"--expect"_s, textOf(seen, "digest")});
  QVERIFY(done["done"] == true && done["status"] == "matched" && done["parts"] == seen["parts"]);
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["amount_due"] == 0);

  const QStringList unassign{u"bank"_s, u"unassign"_s, entry};
  const auto back = answer(unassign + QStringList{u"--preview"_s});
  QVERIFY(back["done"] == false && back["status"] == "matched");
  const auto dueAfter = [&number](const nlohmann::json &picture) {
    for (const auto &one : picture["invoices"]) // the balance may have paid others
      if (one["number"] == number.toStdString())
        return one["due_after"];
    return nlohmann::json();
  };
  QVERIFY2(dueAfter(back) == due, back.dump().c_str());
  QVERIFY(answer(unassign + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "payment.picture_changed");
  const auto undone = answer(unassign + QStringList{u"--expect"_s, textOf(back, "digest")});
  QVERIFY(undone["done"] == true && undone["status"] == "waiting");
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["amount_due"] == due);

  QVERIFY(answer(assign)["status"] == "matched");
  const QStringList returned{u"bank"_s, u"returned"_s, out, u"--of"_s, entry};
  const auto gone = answer(returned + QStringList{u"--preview"_s});
  QVERIFY(gone["done"] == false && gone["status"] == "waiting" &&
          gone["of"] == entry.toStdString());
  QVERIFY2(dueAfter(gone) == due, gone.dump().c_str());
  QVERIFY(answer(returned + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "payment.picture_changed");
  const auto sent = answer(returned + QStringList{u"--expect"_s, textOf(gone, "digest")});
  QVERIFY(sent["done"] == true && sent["status"] == "matched" && sent["reason"] == "returned");
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["amount_due"] == due);
  QVERIFY(answer(returned, 1)["error"]["code"] == "bank.entry_settled");
}

void TestCtlBooks::BILL_6_aPaymentThatNeverCameIsTakenBack() {
  const auto number = textOf(charge(u"100.00"_s), "number");
  const std::int64_t due = answer({u"invoice"_s, u"show"_s, number})["amount_due"];
  QVERIFY(due > 100);
  const auto recorded = answer({u"payment"_s, u"receive"_s, number, u"1.00"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `payment receive"_s), recorded), QStringList());
  const auto payment = textOf(recorded, "payment");
  const auto listed = answer({u"payment"_s, u"list"_s, number})["payments"][0];
  QVERIFY(listed["id"] == payment.toStdString() && listed["recorded_by_hand"] == true);
  const QStringList back{u"payment"_s, u"take-back"_s, number,
                         payment,      u"--reason"_s,  u"typed twice"_s};
  const auto seen = answer(back + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `payment take-back"_s), seen), QStringList());
  QVERIFY(seen["done"] == false);
  QVERIFY(seen["invoices"][0]["due_before"] == due - 100);
  QVERIFY(seen["invoices"][0]["due_after"] == due);
  QVERIFY(answer(back + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "payment.picture_changed");
  QVERIFY(answer(back + QStringList{u"--expect"_s, textOf(seen, "digest")})["done"] == true);
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["amount_due"] == due);
  QVERIFY(answer({u"payment"_s, u"list"_s, number})["payments"].empty());
  QVERIFY(answer(back, 1)["error"]["code"] == "payment.taken_back");
  QVERIFY(answer({u"payment"_s, u"refund"_s, number, u"--preview"_s}, 1)["error"]["code"] ==
          "payment.refund_exceeds_paid");
}

void TestCtlBooks::BILL_6_closingIsPreviewed() {
  const auto before = answer({u"ledger"_s, u"status"_s})["closed_through"];
  const auto month = textOf(answer({u"ledger"_s, u"months"_s})["months"][1], "month");
  const QStringList close{u"ledger"_s, u"close"_s, month};
  const auto seen = answer(close + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `ledger close"_s), seen), QStringList());
  QVERIFY(seen["done"] == false && seen["closed_through"] == before && seen["entries"] > 0);
  QVERIFY(answer({u"ledger"_s, u"status"_s})["closed_through"] == before);
  QVERIFY(answer(close + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "ledger.picture_changed");
  QVERIFY(answer({u"ledger"_s, u"status"_s})["closed_through"] == before);
  const auto done = answer(close + QStringList{u"--expect"_s, textOf(seen, "digest")});
  QVERIFY(done["done"] == true && done["closed_through"] == seen["through"]);
  QVERIFY(done["entries"] == seen["entries"] && done["months"] == seen["months"]);
  QVERIFY(answer(close + QStringList{u"--preview"_s}, 1)["error"]["code"] == "ledger.closed");

  const QStringList reopen{u"ledger"_s, u"reopen"_s, month};
  const auto back = answer(reopen + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `ledger reopen"_s), back), QStringList());
  QVERIFY(back["done"] == false && back["closed_through"] == seen["through"]);
  QVERIFY(back["entries"] > 0 && back["months"] == nlohmann::json::array({month.toStdString()}));
  const QStringList why{u"--reason"_s, u"one was forgotten"_s};
  QVERIFY(answer(reopen, 1)["error"]["code"] == "ledger.reason_missing");
  QVERIFY(answer(reopen + why + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "ledger.picture_changed");
  const auto open = answer(reopen + why + QStringList{u"--expect"_s, textOf(back, "digest")});
  QVERIFY(open["done"] == true && open["closed_through"] == back["through"]);
  const auto kept = answer({u"ledger"_s, u"history"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `ledger history"_s), kept), QStringList());
  QCOMPARE(kept["history"].size(), std::size_t(2));
  QVERIFY(kept["history"][0]["act"] == "reopened" && kept["history"][1]["act"] == "closed");
  QVERIFY(kept["history"][0]["reason"] == "one was forgotten");
  QVERIFY(kept["history"][0]["month"] == month.toStdString() &&
          kept["history"][1]["month"] == month.toStdString());
  QVERIFY(kept["history"][1]["closed_through"] == seen["through"]);
  const auto text = say({u"ledger"_s, u"history"_s});
  QVERIFY2(text.contains(u"reopened"_s) && text.contains(u"one was forgotten"_s), qPrintable(text));
}

void TestCtlBooks::theBookIsSound() { QVERIFY(answer({u"doctor"_s})["sound"] == true); }

QTEST_GUILESS_MAIN(TestCtlBooks)
#include "tst_ctl_books.moc"
