// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/clock.h"
#include "services/store/embedded_cluster.h"
#include "tests/app/documented.h"
#include "tests/app/programs.h"

#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// Money that comes in and goes back, by the command line.
class TestCtlMoney : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void aPaymentIsPreviewedReceivedAndGivenBack();
  void whatIsContradictedIsEndedByAPerson();
  void BILL_6_whatWasChargedBackIsSaid();
  void whatIsSoldOnceIsInvoiced();
  void BILL_6_aBalanceIsAdjusted();
  void BILL_2_anInvoiceIsVoided();
  void BILL_2_anInvoiceIsWrittenOff();
  void aBankStatementIsPostedOnce();
  void statementsAreComparedWithEachOther();
  void BILL_5_whatIsNotDunnedIsLeftAlone();
  void aMonthIsShown();
  void BILL_6_aMonthIsExported_data();
  void BILL_6_aMonthIsExported();
  void theBookIsSound();

private:
  nlohmann::json answer(const QStringList &arguments, int status = 0) const {
    return m_ctl.answer(arguments, status);
  }
  /// Sold once to the first customer.
  [[nodiscard]] QString openInvoice(const QString &price) const {
    const auto made =
        answer({u"invoice"_s, u"charge"_s, m_customer, u"--line"_s, u"Work="_s + price});
    return QString::fromStdString(made["number"].get<std::string>());
  }
  QTemporaryDir m_directory{u"/tmp/tenantry-ctl-XXXXXX"_s};
  std::unique_ptr<store::EmbeddedCluster> m_cluster; ///< held, so that commands need not start it
  tests::Ctl m_ctl{m_directory.path()};
  QString m_customer; ///< the first organization
};

void TestCtlMoney::initTestCase() {
  auto cluster = store::EmbeddedCluster::open(m_directory.path(),
                                              store::EmbeddedCluster::Durability::Throwaway);
  QVERIFY2(cluster.has_value(), cluster ? "" : qPrintable(cluster.error().toString()));
  m_cluster = std::move(*cluster);
  QVERIFY(answer({u"demo"_s, u"--organizations"_s, u"40"_s, u"--months"_s, u"3"_s, u"--seed"_s,
                  u"3"_s})["filled"] == true);
  m_customer = QString::fromStdString(
      answer({u"organization"_s, u"list"_s})["organizations"][0]["id"].get<std::string>());
}

void TestCtlMoney::aPaymentIsPreviewedReceivedAndGivenBack() {
  const auto open = answer({u"invoice"_s, u"list"_s, u"--status"_s, u"open"_s});
  QVERIFY(!open["invoices"].empty());
  const auto number = QString::fromStdString(open["invoices"][0]["number"].get<std::string>());
  const std::int64_t due = open["invoices"][0]["amount_due"];
  const QStringList receive{u"payment"_s, u"receive"_s, number, u"1.00"_s};
  const auto seen = answer(receive + QStringList{u"--preview"_s});
  QVERIFY(seen["done"] == false && seen["due_before"] == due && seen["due_after"] == due - 100);
  QVERIFY(answer(receive + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "payment.picture_changed");
  const auto digest = QString::fromStdString(seen["digest"].get<std::string>());
  QVERIFY(answer(receive + QStringList{u"--expect"_s, digest})["done"] == true);
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["amount_due"] == due - 100);

  const auto today = QString::fromStdString(seen["booked_on"].get<std::string>());
  const auto dayFromToday = [&](int days) {
    return QDate::fromString(today, Qt::ISODate).addDays(days).toString(Qt::ISODate);
  };
  const auto onDay = [&](int days) {
    return receive + QStringList{u"--preview"_s, u"--day"_s, dayFromToday(days)};
  };
  QVERIFY(answer(onDay(-40))["booked_on"] == dayFromToday(-40).toStdString());
  QVERIFY(answer(onDay(1), 1)["error"]["code"] == "payment.in_future");

  const QStringList refund{u"payment"_s, u"refund"_s, number};
  QVERIFY(answer(refund + QStringList{u"1.01"_s}, 1)["error"]["code"] ==
          "payment.refund_exceeds_paid");
  QVERIFY(answer(refund + QStringList{u"nothing"_s}, 1)["error"]["code"] == "amount.invalid");
  const auto whole = answer(refund + QStringList{u"--preview"_s});
  QVERIFY(whole["amount"] == 100 && whole["parts"][0]["by_hand"] == true);
  const auto back = answer(refund + QStringList{u"0.40"_s, u"--reason"_s, u"goodwill"_s});
  QVERIFY(back["refunds"][0]["status"] == "succeeded");
  const auto list = answer({u"payment"_s, u"list"_s, number});
  QVERIFY(list["payments"][0]["refunded"] == 40);
  QVERIFY(list["refunds"][0]["reason"] == "goodwill");
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["amount_due"] == due - 100);
}

// Its work is tested by tst_stripe_payments: the simulator contradicts nothing by itself.
void TestCtlMoney::whatIsContradictedIsEndedByAPerson() {
  QVERIFY(answer({u"payment"_s, u"contradicted"_s})["contradictions"].empty());
  const auto id = u"019c43c6-5f80-7052-98c1-15462987fa1f"_s;
  QVERIFY(answer({u"payment"_s, u"ask-again"_s, id}, 1)["error"]["code"] ==
          "payment.not_contradicted");
  QVERIFY(answer({u"payment"_s, u"book"_s, id, u"--as"_s, u"refund"_s, u"--preview"_s},
                 1)["error"]["code"] == "payment.not_contradicted");
  QVERIFY(
      answer({u"payment"_s, u"settle"_s, id, u"--outcome"_s, u"moved"_s, u"--reason"_s, u"seen"_s},
             1)["error"]["code"] == "payment.not_contradicted");
}

// As Stripe would have taken it: the simulator contests nothing by itself.
void TestCtlMoney::BILL_6_whatWasChargedBackIsSaid() {
  const auto server = store::Database::open({m_cluster->url(), {}, u"tests"_s});
  QVERIFY2(server, server ? "" : qPrintable(server.error().toString()));
  QVERIFY((*server)->script("set search_path = tenantry; set session_replication_role = replica"));
  const auto rows = (*server)->adHoc(
      "with paid as (update payment_attempt as t set provider_reference = 'pi_lost' from payment "
      "as p "
      "join payment_allocation as a using (organization_id, payment_id) "
      "join invoice as i on i.organization_id = a.organization_id and i.invoice_id = a.invoice_id "
      "where p.payment_attempt_id = t.payment_attempt_id and t.status = 'succeeded' and "
      "a.amount = p.amount and t.payment_attempt_id = (select payment_attempt_id from "
      "payment_attempt where status = 'succeeded' order by 1 limit 1) "
      "returning t.organization_id, t.payment_attempt_id, t.invoice_id, t.amount, t.currency, "
      "i.number) "
      "insert into provider_finding (organization_id, finding_id, kind, provider, reference, "
      "charge_reference, payment_attempt_id, invoice_id, amount, currency, said, is_withdrawn, "
      "state, opened_at, read_at) select organization_id, gen_random_uuid(), 'dispute', 'stripe', "
      "'dp_lost', 'pi_lost', payment_attempt_id, invoice_id, amount, currency, 'lost', true, "
      "'open', now(), now() from paid "
      "returning finding_id::text, amount, (select number from paid)");
  QVERIFY2(rows && rows->size() == 1, rows ? "none" : qPrintable(rows.error().toString()));
  const auto row = (*rows)[0];
  const auto number = row.get<QString>(2);
  // The provider says how much of the payment it is where the currency is the same.
  QVERIFY(answer({u"payment"_s, u"book"_s, row.get<QString>(0), u"--as"_s, u"loss"_s, u"--amount"_s,
                  u"1.00"_s},
                 1)["error"]["code"] == "amount.invalid");
  answer({u"payment"_s, u"book"_s, row.get<QString>(0), u"--as"_s, u"loss"_s});
  const auto list = answer({u"payment"_s, u"list"_s, number});
  QCOMPARE(
      tests::differences(tests::documented(u"| `payment list"_s)["payments"], list["payments"]),
      QStringList());
  QVERIFY(list["payments"][0]["charged_back"] == row.get<std::int64_t>(1));
  QVERIFY(m_ctl.run({u"payment"_s, u"list"_s, number}).output.contains("charged back"));
  QVERIFY((*server)->script("update provider_finding set kind = 'refunded_elsewhere'"));
  const auto refunded = answer({u"payment"_s, u"list"_s, number})["payments"][0];
  QVERIFY(refunded["charged_back"] == 0);
  QVERIFY(refunded["refunded_elsewhere"] == row.get<std::int64_t>(1));
  QVERIFY(m_ctl.run({u"payment"_s, u"list"_s, number}).output.contains("refunded at the provider"));
  for (const auto &amount : {QStringList(), QStringList{u"0.01"_s}})
    QVERIFY(answer(QStringList{u"payment"_s, u"refund"_s, number} + amount, 1)["error"]["code"] ==
            "payment.charged_back");
}

void TestCtlMoney::whatIsSoldOnceIsInvoiced() {
  const auto first = answer({u"organization"_s, u"list"_s})["organizations"][0];
  const QStringList charge{u"invoice"_s, u"charge"_s,
                           QString::fromStdString(first["id"].get<std::string>())};
  const QStringList lines{u"--line"_s, u"Set-up = 500.00"_s, u"--line"_s, u"Work=7.5x120"_s};
  const auto seen = answer(charge + lines + QStringList{u"--preview"_s});
  QVERIFY(seen["done"] == false && seen["lines"][0]["amount"] == 50'000);
  QVERIFY(seen["lines"][1]["amount"] == 90'000);
  QVERIFY(answer(charge + lines + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "invoice.picture_changed");
  const auto digest = QString::fromStdString(seen["digest"].get<std::string>());
  const auto made = answer(charge + lines + QStringList{u"--expect"_s, digest});
  QVERIFY(made["done"] == true && made["kind"] == "one_off" && made["total"] == seen["total"]);
  const QStringList wrong{u"--line"_s, u"Set-up"_s};
  QVERIFY(answer(charge + wrong, 1)["error"]["code"] == "invoice.line_invalid");
  QVERIFY(answer(charge + QStringList{u"--line"_s, u"a=b"_s}, 1)["error"]["code"] ==
          "number.invalid");
}

void TestCtlMoney::BILL_6_aBalanceIsAdjusted() {
  const QStringList adjust{u"balance"_s, u"adjust"_s, m_customer};
  const QStringList why{u"--reason"_s, u"goodwill"_s, u"--currency"_s, u"JPY"_s};
  const auto seen = answer(adjust + QStringList{u"700"_s} + why + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `balance adjust"_s), seen), QStringList());
  QVERIFY(seen["done"] == false && seen["balance_before"] == 0 && seen["balance_after"] == 700);
  QVERIFY(answer(adjust + QStringList{u"700"_s, u"--currency"_s, u"JPY"_s}, 1)["error"]["code"] ==
          "balance.reason_missing");
  QVERIFY(answer(adjust + QStringList{u"700"_s, u"--expect"_s, u"x"_s} + why, 1)["error"]["code"] ==
          "balance.picture_changed");
  const auto digest = QString::fromStdString(seen["digest"].get<std::string>());
  const auto done = answer(adjust + QStringList{u"700"_s, u"--expect"_s, digest} + why);
  QVERIFY(done["done"] == true && done["balance_after"] == 700);
  QVERIFY(answer(adjust + QStringList{u"-701"_s} + why, 1)["error"]["code"] ==
          "balance.insufficient");
  QVERIFY(answer(adjust + QStringList{u"-300"_s} + why)["balance_after"] == 400);
  const QStringList payOut{u"balance"_s, u"pay-out"_s, m_customer};
  const auto sent = answer(payOut + QStringList{u"150"_s} + why + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `balance adjust"_s), sent), QStringList());
  QVERIFY(sent["done"] == false && sent["amount"] == -150 && sent["balance_after"] == 250);
  QVERIFY(answer(payOut + QStringList{u"401"_s} + why, 1)["error"]["code"] ==
          "balance.insufficient");
  QVERIFY(answer(payOut + QStringList{u"400"_s} + why)["balance_after"] == 0);
}

void TestCtlMoney::BILL_2_anInvoiceIsVoided() {
  const auto number = openInvoice(u"100.00"_s);
  const QStringList voids{u"invoice"_s, u"void"_s, number};
  const QStringList why{u"--reason"_s, u"wrong customer"_s};
  const auto seen = answer(voids + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `invoice void"_s), seen), QStringList());
  const auto amount = [&seen](const char *key) { return seen[key].get<std::int64_t>(); };
  QVERIFY(seen["done"] == false && amount("net") >= 8'000);
  QCOMPARE(amount("due") + amount("to_balance"), amount("net") + amount("tax"));
  QVERIFY(answer(voids, 1)["error"]["code"] == "invoice.reason_missing");
  QVERIFY(answer(voids + why + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "invoice.picture_changed");
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["status"] == "open");
  const auto digest = QString::fromStdString(seen["digest"].get<std::string>());
  QVERIFY(answer(voids + why + QStringList{u"--expect"_s, digest})["done"] == true);
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["status"] == "void");
  QVERIFY(answer(voids + why, 1)["error"]["code"] == "invoice.not_open");

  const QStringList again{u"invoice"_s, u"issue-again"_s, number};
  const auto shown = answer(again + QStringList{u"--preview"_s});
  QVERIFY(shown["done"] == false && shown["net"] == seen["net"]);
  QVERIFY(answer(again + QStringList{u"--expect"_s, u"x"_s}, 1)["error"]["code"] ==
          "invoice.picture_changed");
  const auto expected = QString::fromStdString(shown["digest"].get<std::string>());
  const auto made = answer(again + QStringList{u"--expect"_s, expected});
  QVERIFY(made["done"] == true && made["total"] == shown["total"]);
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["issued_again_as"] == made["number"]);
  const auto other = QString::fromStdString(made["number"].get<std::string>());
  QVERIFY(answer({u"invoice"_s, u"show"_s, other})["in_place_of"] == number.toStdString());
  QVERIFY(answer(again, 1)["error"]["code"] == "invoice.issued_again");
}

void TestCtlMoney::BILL_2_anInvoiceIsWrittenOff() {
  const auto number = openInvoice(u"70.00"_s);
  const QStringList gives{u"invoice"_s, u"write-off"_s, number};
  const auto seen = answer(gives + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `invoice write-off"_s), seen), QStringList());
  QVERIFY(seen["done"] == false && seen["amount"] >= 5'000);
  QVERIFY(answer(gives + QStringList{u"--expect"_s, u"1"_s}, 1)["error"]["code"] ==
          "invoice.picture_changed");
  QVERIFY(answer(gives)["done"] == true);
  QVERIFY(answer({u"invoice"_s, u"show"_s, number})["status"] == "uncollectible");
  QVERIFY(answer(gives, 1)["error"]["code"] == "invoice.not_open");
}

void TestCtlMoney::aBankStatementIsPostedOnce() {
  const QStringList import{u"import"_s, u"bank"_s, u"tests/data/bank/camt053-04.xml"_s};
  const auto dry = answer(import + QStringList{u"--dry-run"_s});
  QVERIFY(dry["dry_run"] == true && dry["statements"][0]["entries"] == 6);
  const auto first = answer(import)["statements"][0];
  QVERIFY(first["account"] == "DE89370400440532013000" && first["known"] == 0);
  QVERIFY(first["pending"] == 1);
  QVERIFY(first["matched"].get<int>() + first["waiting"].get<int>() == 6);
  QVERIFY(answer(import)["statements"][0]["known"] == 6);
  const auto waiting = answer({u"bank"_s, u"list"_s})["entries"];
  QVERIFY(!waiting.empty() && waiting[0]["status"] == "waiting");
  const auto entry = QString::fromStdString(waiting[0]["id"].get<std::string>());
  QVERIFY(answer({u"bank"_s, u"propose"_s, entry}).contains("proposals"));
  QVERIFY(answer({u"bank"_s, u"assign"_s, entry}, 1)["error"]["code"] == "bank.assignment_invalid");
  QVERIFY(answer({u"bank"_s, u"dismiss"_s, entry, u"--reason"_s, u"rent"_s})["status"] ==
          "not_ours");
  QVERIFY(answer({u"bank"_s, u"take-back"_s, entry})["status"] == "waiting");
  const auto whose = QString::fromStdString(
      answer({u"invoice"_s, u"list"_s})["invoices"][0]["organization"].get<std::string>());
  QVERIFY(answer({u"bank"_s, u"assign"_s, entry, u"--balance"_s, whose})["status"] == "matched");
  QVERIFY(answer({u"bank"_s, u"unassign"_s, entry})["reason"] == "taken_back");
  QVERIFY(answer({u"bank"_s, u"unassign"_s, entry}, 1)["error"]["code"] == "bank.entry_settled");
  const auto other = answer({u"import"_s, u"bank"_s, u"docs/ctl.md"_s}, 1);
  QVERIFY(other.contains("error"));
  const auto csv = answer({u"import"_s, u"bank"_s, u"tests/data/bank/german.csv"_s});
  QVERIFY(csv["statements"][0]["entries"] == 4);
}

void TestCtlMoney::statementsAreComparedWithEachOther() {
  QFile file(u"tests/data/bank/camt053-04.xml"_s);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto first = file.readAll();
  QTemporaryDir folder;
  const auto import = [&](const QByteArray &content) {
    QFile written(folder.filePath(u"bank.xml"_s));
    if (written.open(QIODevice::WriteOnly))
      written.write(content);
    written.close();
    return answer({u"import"_s, u"bank"_s, written.fileName()});
  };
  const auto again = import(QByteArray(first).replace("STMT-1", "STMT-1b"));
  QVERIFY(again["statements"][0]["twins"] == 2 && again["gaps"].empty());
  std::vector<QString> held;
  const auto waiting = answer({u"bank"_s, u"list"_s})["entries"];
  for (const auto &one : waiting)
    if (one["reason"] == "twin")
      held.push_back(QString::fromStdString(one["id"].get<std::string>()));
  QCOMPARE(held.size(), std::size_t(2));
  QVERIFY(answer({u"bank"_s, u"another"_s, held[0]})["twin_answer"] == "another");
  QVERIFY(answer({u"bank"_s, u"same"_s, held[1]})["status"] == "repeated");
  QVERIFY(answer({u"bank"_s, u"take-back"_s, held[1], u"--answer"_s, u"same"_s})["reason"] ==
          "twin");
  const auto later = import(QByteArray(first)
                                .replace("STMT-1", "STMT-3")
                                .replace("<ElctrncSeqNb>7<", "<ElctrncSeqNb>9<")
                                .replace("2026-02-03", "2026-02-05")
                                .replace(">1000.00<", ">2000.00<")
                                .replace(">1760.9<", ">2760.9<"));
  QVERIFY(later["gaps"][0]["difference"] == 23'910);
  const auto gaps = answer({u"bank"_s, u"gaps"_s});
  QCOMPARE(gaps["gaps"].size(), std::size_t(1));
  auto shape = tests::documented(u"| `bank gaps"_s);
  shape["gaps"][0]["earlier"] = shape["gaps"][0]["later"] = tests::documented(u"A gap's `kind`"_s);
  shape["gaps"][0]["missing_numbers"] = {0, 0};
  QCOMPARE(tests::differences(shape, gaps), QStringList());
  QVERIFY(gaps["gaps"][0]["missing_numbers"] == nlohmann::json({8, 8}));
  QVERIFY(answer({u"doctor"_s}, 1)["differences"] == 1);
  const auto id = QString::fromStdString(gaps["gaps"][0]["later"]["id"].get<std::string>());
  const QStringList accept{u"bank"_s, u"accept-gap"_s, id, u"--reason"_s, u"the bank moved"_s};
  QVERIFY(answer(accept)["kind"] == "missing");
  QVERIFY(answer(accept, 1)["error"]["code"] == "bank.gap_not_found");
  QVERIFY(answer({u"bank"_s, u"gaps"_s})["gaps"].empty());
}

void TestCtlMoney::BILL_5_whatIsNotDunnedIsLeftAlone() {
  std::set<std::string> dunned;
  const auto cases = answer({u"dunning"_s, u"list"_s})["cases"];
  for (const auto &one : cases)
    dunned.insert(one["number"].get<std::string>());
  QVERIFY(!dunned.empty());
  QString number;
  const auto open = answer({u"invoice"_s, u"list"_s, u"--status"_s, u"open"_s})["invoices"];
  for (const auto &one : open)
    if (!dunned.contains(one["number"].get<std::string>()))
      number = QString::fromStdString(one["number"].get<std::string>());
  QVERIFY(!number.isEmpty());
  const QStringList extend{u"extend"_s,     number,        u"--until"_s,
                           u"2027-01-01"_s, u"--reason"_s, u"why"_s};
  for (const auto &arguments :
       {QStringList{u"show"_s, number}, QStringList{u"retry"_s, number}, extend})
    QVERIFY(answer(QStringList{u"dunning"_s} + arguments, 1)["error"]["code"] ==
            "dunning.not_found");
  const auto figures = answer({u"dunning"_s, u"figures"_s, u"2020-01"_s}); // before the book
  QVERIFY(!figures["steps"].empty()); // those are of now, whatever the month
  QVERIFY(figures["recovered_cases"] == 0 && figures["lost"].empty());
}

void TestCtlMoney::aMonthIsShown() {
  const auto months = answer({u"ledger"_s, u"months"_s})["months"];
  QVERIFY(!months.empty() && months[0]["state"] == "running");
  const auto shown = answer(
      {u"ledger"_s, u"show"_s, QString::fromStdString(months[0]["month"].get<std::string>())});
  std::int64_t debit = 0, credit = 0;
  for (const auto &one : shown["accounts"]) {
    debit += one["debit"].get<std::int64_t>();
    credit += one["credit"].get<std::int64_t>();
  }
  QVERIFY(!shown["accounts"].empty());
  QCOMPARE(debit, credit);
}

void TestCtlMoney::BILL_6_aMonthIsExported_data() {
  QTest::addColumn<QString>("row");
  QTest::addColumn<QString>("command");
  const auto row = [](const char *name, const QString &words, const QString &command) {
    QTest::newRow(name) << words << command;
  };
  row("BILL-6 journal", u"| `ledger journal"_s, u"ledger journal --from FIRST --to LAST"_s);
  row("BILL-6 receipts", u"| `ledger receipts"_s, u"ledger receipts --from FIRST --to LAST"_s);
  row("BILL-6 open items", u"| `ledger open-items"_s, u"ledger open-items"_s);
  row("BILL-6 open items then", u"| `ledger open-items"_s, u"ledger open-items --as-of LAST"_s);
  row("BILL-6 revenue", u"| `ledger revenue"_s, u"ledger revenue --month MONTH"_s);
  row("BILL-7 tax", u"| `ledger tax"_s, u"ledger tax --from FIRST --to LAST"_s);
  row("BILL-6 schedule", u"| `ledger schedule"_s, u"ledger schedule"_s);
  row("ANA-2 movements", u"| `metrics movements"_s, u"metrics movements --from FIRST --to LAST"_s);
}

/// The last month that is over.
void TestCtlMoney::BILL_6_aMonthIsExported() {
  QFETCH(QString, row);
  QFETCH(QString, command);
  const auto months = answer({u"ledger"_s, u"months"_s})["months"];
  const auto month = QString::fromStdString(months[1]["month"].get<std::string>());
  const auto first = *parseDay(month + u"-01"_s);
  const std::chrono::year_month_day date(first);
  const LocalDay last(std::chrono::local_days(date.year() / date.month() / std::chrono::last));
  command.replace(u"FIRST"_s, toIso(first)).replace(u"LAST"_s, toIso(last));
  const QTemporaryDir folder;
  const auto path = folder.filePath(u"book.csv"_s);
  const auto said = answer(command.replace(u"MONTH"_s, month).split(u' ') + QStringList{path});
  QCOMPARE(tests::differences(tests::documented(row), said), QStringList());
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QVERIFY(said["rows"] > 0);
  QCOMPARE(file.readAll().trimmed().count('\n'), said["rows"].get<qsizetype>());
}

void TestCtlMoney::theBookIsSound() { QVERIFY(answer({u"doctor"_s})["sound"] == true); }

QTEST_GUILESS_MAIN(TestCtlMoney)
#include "tst_ctl_money.moc"
