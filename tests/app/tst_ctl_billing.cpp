// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/embedded_cluster.h"
#include "tests/app/documented.h"
#include "tests/app/programs.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// What the command line corrects and decides about invoices. The functions build on each other, in
/// this order.
class TestCtlBilling : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void aCreditIsPreviewedDoneListedShownAndDrawn();
  void whatIsHeldIsNamedAndReleased();
  void aSubscriptionTakesACouponAndEnds();
  void anotherOneBeginsAsPreviewed();
  void subscriptionsAreListedAndShown();
  void ORG_3_aCustomerIsEntered();
  void SUB_9_anAddOnIsAddedAsPreviewed();
  void aPlanIsMigratedAsPreviewed();
  void aDraftIsFinalized();
  void theBooksAreSound();

private:
  nlohmann::json answer(const QStringList &arguments, int status = 0) const {
    return m_ctl.answer(arguments, status);
  }
  QString m_customer; ///< with a subscription that runs
  QTemporaryDir m_directory{u"/tmp/tenantry-ctl-XXXXXX"_s};
  std::unique_ptr<store::EmbeddedCluster> m_cluster; ///< held, so that commands need not start it
  tests::Ctl m_ctl{m_directory.path()};
};

void TestCtlBilling::initTestCase() {
  auto cluster = store::EmbeddedCluster::open(m_directory.path(),
                                              store::EmbeddedCluster::Durability::Throwaway);
  QVERIFY2(cluster.has_value(), cluster ? "" : qPrintable(cluster.error().toString()));
  m_cluster = std::move(*cluster);
  QVERIFY(answer({u"business"_s, u"apply"_s, u"resources/business/default"_s}).contains("version"));
  answer({u"demo"_s, u"--organizations"_s, u"12"_s, u"--months"_s, u"2"_s, u"--seed"_s, u"3"_s});
}

void TestCtlBilling::aCreditIsPreviewedDoneListedShownAndDrawn() {
  const auto number = [](const nlohmann::json &json) {
    return QString::fromStdString(json["number"].get<std::string>());
  };
  const auto list = answer({u"invoice"_s, u"list"_s, u"--status"_s, u"paid"_s});
  const auto paid = number(list["invoices"][0]);
  const auto before = answer({u"credit-note"_s, u"list"_s})["credit_notes"].size();
  const QStringList credit{u"invoice"_s, u"credit"_s,   paid,
                           u"5.00"_s,    u"--reason"_s, u"A bad week"_s};
  const auto previewed = answer(credit + QStringList{u"--preview"_s});
  QVERIFY(previewed["done"] == false);
  QCOMPARE(answer({u"credit-note"_s, u"list"_s})["credit_notes"].size(), before);
  const auto done = answer(credit);
  QVERIFY(done["done"] == true);
  QVERIFY(done["total"] == -500);
  QVERIFY(done["to_balance"] == 500);
  QCOMPARE(tests::differences(tests::documented(u"| `invoice credit"_s), done), QStringList());
  QVERIFY(answer({u"invoice"_s, u"credit"_s, paid, u"99999999.00"_s}, 1)["error"]["code"] ==
          "invoice.credit_exceeds_total");
  const auto notes = answer({u"credit-note"_s, u"list"_s});
  QCOMPARE(notes["credit_notes"].size(), before + 1);
  QCOMPARE(tests::differences(tests::documented(u"| `credit-note list"_s), notes), QStringList());
  const auto note = number(notes["credit_notes"][0]);
  const auto shown = answer({u"credit-note"_s, u"show"_s, note});
  auto page = tests::documented(u"A credit note is"_s);
  page["lines"] = nlohmann::json::array({tests::documented(u"A line is"_s)});
  page["lowers"] = nlohmann::json::array({{{"number", 0}, {"amount", 0}}});
  QCOMPARE(tests::differences(page, shown), QStringList());
  QVERIFY(shown["reason"] == "A bad week");
  QVERIFY(shown["corrects"][0] == paid.toStdString());
  const auto path = m_directory.filePath(u"note.pdf"_s);
  QVERIFY(answer({u"credit-note"_s, u"pdf"_s, note, path})["bytes"] > 1000);
  QVERIFY(answer({u"credit-note"_s, u"show"_s, u"CN-1999-000001"_s}, 1)["error"]["code"] ==
          "credit_note.not_found");
}

void TestCtlBilling::whatIsHeldIsNamedAndReleased() {
  const auto list = answer({u"organization"_s, u"list"_s, u"--limit"_s, u"1"_s});
  const auto id = QString::fromStdString(list["organizations"][0]["id"].get<std::string>());
  const auto held = answer({u"invoice"_s, u"hold"_s, id, u"--reason"_s, u"Merger"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `invoice hold"_s), held), QStringList());
  QVERIFY(held["done"] == true);
  QVERIFY(held["holds"][0]["reason"] == "Merger");
  QVERIFY(answer({u"invoice"_s, u"hold"_s, id, u"--reason"_s, u"Again"_s})["done"] == false);
  const auto released = answer({u"invoice"_s, u"release"_s, id});
  QVERIFY(released["done"] == true);
  QVERIFY(released["holds"].empty());
  QVERIFY(answer({u"invoice"_s, u"hold"_s, id, id, u"--reason"_s, u"x"_s}, 1)["error"]["code"] ==
          "invoice.not_found");
}

// SUB-4, SUB-7
void TestCtlBilling::aSubscriptionTakesACouponAndEnds() {
  const auto organizations = answer({u"organization"_s, u"list"_s})["organizations"];
  for (const auto &row : organizations)
    if (row["subscription_status"] == "active")
      m_customer = QString::fromStdString(row["id"].get<std::string>());
  const QStringList renewal{u"subscription"_s, u"renewal"_s, m_customer};
  QVERIFY(answer(renewal + QStringList{u"off"_s, u"--preview"_s})["done"] == false);
  const auto off = answer(renewal + QStringList{u"off"_s});
  QVERIFY(off["auto_renew"] == false && off["next"].is_null());
  QVERIFY(answer(renewal + QStringList{u"off"_s}, 1)["error"]["code"] == "subscription.no_change");
  QVERIFY(answer(renewal + QStringList{u"on"_s})["auto_renew"] == true);
  const QStringList limits{u"subscription"_s, u"limits"_s, m_customer, u"--reason"_s, u"Order"_s};
  const QStringList wanted{u"--limit"_s, u"users=50"_s, u"--limit"_s, u"api_calls=unlimited"_s};
  const auto shown = answer(limits + wanted + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"A change is"_s), shown), QStringList());
  QVERIFY(shown["done"] == false && shown["limits_before"].is_null());
  QVERIFY(answer(limits + wanted)["limits"]["users"] == 50);
  QVERIFY(answer(limits + wanted, 1)["error"]["code"] == "subscription.no_change");
  for (const auto *bad : {"users", "users=-2", "users=many", "=5"})
    QVERIFY(answer(limits + QStringList{u"--limit"_s, QString::fromUtf8(bad)},
                   1)["error"]["code"] == "subscription.limit_invalid");
  QVERIFY(answer(limits + QStringList{u"--limit"_s, u"cats=5"_s}, 1)["error"]["code"] ==
          "usage.metric_unknown");
  QVERIFY(answer(limits + QStringList{u"--limit"_s, u"users=plan"_s, u"--limit"_s,
                                      u"api_calls=plan"_s})["limits"]
              .is_null());
  const QStringList price{u"subscription"_s, u"change"_s, m_customer, u"--price"_s};
  const auto agreed = answer(price + QStringList{u"12.50"_s, u"--preview"_s});
  QVERIFY(agreed["done"] == false && agreed["price"] == 1250 && agreed["price_before"].is_null());
  const auto digest = QString::fromStdString(agreed["digest"].get<std::string>());
  QVERIFY(answer(price + QStringList{u"12.50"_s, u"--expect"_s, digest})["price"] == 1250);
  QVERIFY(answer(price + QStringList{u"12.50"_s}, 1)["error"]["code"] == "subscription.no_change");
  QVERIFY(answer(price + QStringList{u"cheap"_s}, 1)["error"]["code"] == "amount.invalid");
  const auto waits = answer(price + QStringList{u"plan"_s, u"--when"_s, u"period_end"_s});
  QVERIFY(waits["scheduled"] == "change_price" && waits["scheduled_detail"]["price"].is_null());
  const QStringList currency{u"subscription"_s, u"change"_s, m_customer, u"--currency"_s};
  const auto other = waits["currency"] == "EUR" ? u"USD"_s : u"EUR"_s;
  const auto then = answer(currency + QStringList{other});
  QVERIFY(then["scheduled"] == "change_currency" && then["currency"] == waits["currency"]);
  QCOMPARE(then["currency_then"].get<QString>(), other);
  QVERIFY(answer(currency + QStringList{u"JPY"_s}, 1)["error"]["code"] == "plan.no_price");
  QVERIFY(answer(currency + QStringList{u"cats"_s}, 1)["error"]["code"] == "currency.unknown");
  answer({u"subscription"_s, u"unschedule"_s, m_customer});
  QVERIFY(answer({u"subscription"_s, u"coupon"_s, m_customer, u"none"_s}, 1)["error"]["code"] ==
          "coupon.unknown");
  QVERIFY(answer({u"subscription"_s, u"end-coupon"_s, m_customer, u"none"_s, u"--preview"_s},
                 1)["error"]["code"] == "coupon.not_redeemed");
  answer({u"subscription"_s, u"cancel"_s, m_customer, u"--when"_s, u"now"_s});
}

// SUB-4, SUB-8: who was cancelled gets another one, with the first invoice as it was shown.
void TestCtlBilling::anotherOneBeginsAsPreviewed() {
  const QStringList start{u"subscription"_s, u"start"_s,      m_customer, u"--plan"_s,
                          u"professional"_s, u"--interval"_s, u"year"_s,  u"--price"_s,
                          u"1000"_s,         u"--seats"_s,    u"2"_s};
  const QStringList both{u"--trial-days"_s, u"3"_s, u"--no-trial"_s};
  QVERIFY(answer(start + both, 1)["error"]["code"] == "subscription.trial_invalid");
  const auto preview = answer(start + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"A change is"_s), preview), QStringList());
  QVERIFY(preview["plan_before"].is_null() && preview["trial_end"].is_null());
  QVERIFY(preview["first_invoice"] == preview["document"]["total"]);
  QVERIFY(answer(start + QStringList{u"--expect"_s, u"0123456789abcdef"_s}, 1)["error"]["code"] ==
          "subscription.picture_changed");
  const auto digest = QString::fromStdString(preview["digest"].get<std::string>());
  const auto done = answer(start + QStringList{u"--expect"_s, digest});
  QVERIFY(done["done"] == true && done["total"] == preview["total"] && done["price"] == 100'000);
  QVERIFY(answer(start, 1)["error"]["code"] == "subscription.exists");
}

void TestCtlBilling::subscriptionsAreListedAndShown() {
  const QStringList list{u"subscription"_s, u"list"_s};
  const auto all = answer(list);
  QCOMPARE(tests::differences(tests::documented(u"| `subscription list"_s), all), QStringList());
  QVERIFY(all["count"] == all["subscriptions"].size() && all["count_is_exact"] == true);
  const auto yearly = answer(list + QStringList{u"--plan"_s, u"professional"_s});
  int found = 0;
  for (const auto &one : yearly["subscriptions"]) {
    QVERIFY(one["plan"] == "professional");
    found += one["organization"] == m_customer.toStdString() ? 1 : 0;
  }
  QCOMPARE(found, 1);
  const auto scheduled = answer(list + QStringList{u"--scheduled"_s});
  for (const auto &one : scheduled["subscriptions"])
    QVERIFY(one["scheduled"] != "");
  const auto cancelled = answer(list + QStringList{u"--status"_s, u"cancelled"_s});
  for (const auto &one : cancelled["subscriptions"])
    QVERIFY(one["status"] == "cancelled");
  const QStringList show{u"subscription"_s, u"show"_s, m_customer};
  const auto shown = answer(show);
  QCOMPARE(tests::differences(tests::documented(u"| `subscription show"_s), shown), QStringList());
  QVERIFY(shown["interval"] == "year" && shown["seats"] == 2 && shown["price"] == 100'000);
  QVERIFY(shown["ended_at"].is_null() && shown["scheduled"] == "");
  const auto text = QString::fromUtf8(m_ctl.run(show).output);
  QVERIFY2(text.contains(u"professional"_s) && text.contains(u"price of its own: 1000.00"_s),
           qPrintable(text));
}

void TestCtlBilling::ORG_3_aCustomerIsEntered() {
  const QStringList create{u"organization"_s, u"create"_s,  u"--name"_s,
                           u"Kestrel"_s,      u"--email"_s, u"money@kestrel.example"_s};
  const auto wrong = answer(create + QStringList{u"--set"_s, u"colour=red"_s}, 1);
  QVERIFY(wrong["error"]["code"] == "organization.field_unknown");
  QVERIFY(answer(create + QStringList{u"--set"_s, u"addressCountry=XX"_s}, 1)["error"]["code"] ==
          "country.unknown");
  const QStringList bare{u"--without-onboarding"_s};
  QVERIFY(answer(create + bare + QStringList{u"--plan"_s, u"starter"_s}, 1)["error"]["code"] ==
          "organization.beginning_unclear");
  const auto made = answer(create + bare +
                           QStringList{u"--set"_s, u"addressCountry=FR"_s, u"--set"_s,
                                       u"currency=EUR"_s, u"--set"_s, u"timeZone=Europe/Paris"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `organization create"_s), made), QStringList());
  QVERIFY(made["country"] == "FR" && made["currency"] == "EUR" && made["plan"] == "");
  QVERIFY(made["time_zone"] == "Europe/Paris" && made["status"] == "onboarded");
  const auto welcomed = answer(create + QStringList{u"--plan"_s, u"starter"_s});
  QVERIFY(welcomed["status"] == "onboarding" && welcomed["plan"] == "starter");
  const auto listed = answer({u"organization"_s, u"list"_s, u"--search"_s, u"Kestrel"_s});
  QVERIFY2(listed["count"] >= 2, listed.dump().c_str()); // the demo has others of that name
  const auto id = QString::fromStdString(made["id"].get<std::string>());
  QVERIFY(answer({u"subscription"_s, u"show"_s, id}, 1)["error"]["code"] ==
          "subscription.not_found");
}

void TestCtlBilling::SUB_9_anAddOnIsAddedAsPreviewed() {
  const auto files = m_directory.filePath(u"with-addons"_s);
  QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, u"resources/business/default"_s, files}), 0);
  QFile file(files + u"/addons.toml"_s);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("[more]\nname = 'More'\nmost = 5\nlimits = { users = 10 }\nfeatures = ['sso']\n");
  for (const auto *currency : {"USD", "EUR"})
    for (const auto *interval : {"month", "year"})
      file.write(QByteArray("[[more.price]]\ncurrency = '") + currency + "'\ninterval = '" +
                 interval + "'\namount = 1200\n");
  file.close();
  answer({u"business"_s, u"apply"_s, files});
  const QStringList addon{u"subscription"_s, u"addon"_s, m_customer, u"more"_s};
  const QStringList two{u"--quantity"_s, u"2"_s};
  const auto shown = answer(addon + two + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"A change is"_s), shown), QStringList());
  QVERIFY(shown["done"] == false && shown["total"] == 2400 && shown["addons"]["more"] == 2);
  QVERIFY(shown["addons_before"].empty());
  QVERIFY(answer(addon + QStringList{u"--expect"_s, u"0123456789abcdef"_s}, 1)["error"]["code"] ==
          "subscription.picture_changed");
  const auto digest = QString::fromStdString(shown["digest"].get<std::string>());
  const auto done = answer(addon + two + QStringList{u"--expect"_s, digest});
  QVERIFY(done["done"] == true && done["total"] == 2400);
  QVERIFY(answer(addon + two, 1)["error"]["code"] == "subscription.no_change");
  QVERIFY(answer(addon + QStringList{u"--quantity"_s, u"6"_s}, 1)["error"]["code"] ==
          "addon.quantity_invalid");
  QVERIFY(answer({u"subscription"_s, u"addon"_s, m_customer, u"cats"_s}, 1)["error"]["code"] ==
          "addon.unknown");
  const QStringList entitlements{u"organization"_s, u"entitlements"_s, m_customer};
  const auto held = answer(entitlements);
  QCOMPARE(tests::differences(tests::documented(u"| `organization entitlements"_s), held),
           QStringList());
  const auto grants = [&held](const char *what, const char *key, const char *id) {
    for (const auto &one : held[what])
      if (one[key] == id)
        return QString::fromStdString(one["granted_by"].get<std::string>());
    return QString();
  };
  QCOMPARE(grants("limits", "metric", "users"), u"plan professional v1 + add-on more × 2"_s);
  QVERIFY(!grants("features", "feature", "sso").isEmpty());
  QVERIFY(file.open(QIODevice::ReadWrite));
  const auto dearer = file.readAll().replace("amount = 1200", "amount = 1500");
  file.resize(0);
  file.write(dearer);
  file.close();
  answer({u"business"_s, u"apply"_s, files});
  const QStringList move{u"subscription"_s, u"migrate"_s, u"--addon"_s,  u"more"_s,
                         u"--when"_s,       u"now"_s,     u"--preview"_s};
  const auto moved = answer(move);
  QCOMPARE(tests::differences(tests::documented(u"| `subscription migrate"_s), moved),
           QStringList());
  QVERIFY(moved["addon"] == "more" && moved["plan"].is_null() && moved["addons"] == true);
  QVERIFY(moved["book"].size() == 1 && moved["book"][0]["subscriptions"] == 1);
  QVERIFY(answer({u"subscription"_s, u"migrate"_s}, 2)["error"]["code"] == "command.invalid");
  const auto planned =
      answer({u"business"_s, u"plan"_s, u"resources/business/default"_s})["addons"];
  QVERIFY(planned.size() == 1 && planned[0]["addon"] == "more" && planned[0]["is_sold"] == false);
  const auto waits =
      answer(addon + QStringList{u"--quantity"_s, u"0"_s, u"--when"_s, u"period_end"_s});
  QVERIFY(waits["scheduled"] == "change_addon" && waits["addons"]["more"] == 2);
  answer({u"subscription"_s, u"unschedule"_s, m_customer});
}

// SUB-2: what a version that was applied since comes to, nobody has seen.
void TestCtlBilling::aPlanIsMigratedAsPreviewed() {
  const auto files = m_directory.filePath(u"business"_s);
  QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, u"resources/business/default"_s, files}), 0);
  const auto raise = [&](const QByteArray &from, const QByteArray &to) {
    QFile file(files + u"/plans/starter.toml"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    auto text = file.readAll();
    QVERIFY(text.contains(from));
    file.resize(0);
    file.write(text.replace(from, to));
    file.close();
    QVERIFY(answer({u"business"_s, u"apply"_s, files}).contains("version"));
  };
  const auto digestOf = [](const nlohmann::json &json) {
    return QString::fromStdString(json["digest"].get<std::string>());
  };
  const QStringList migrate{u"subscription"_s, u"migrate"_s, u"--plan"_s, u"starter"_s};
  raise("= 4900\n", "= 5900\n");
  // Who is suspended stays, and is named.
  const auto seen = answer(migrate + QStringList{u"--preview"_s}, 1);
  QCOMPARE(tests::differences(tests::documented(u"| `subscription migrate"_s), seen),
           QStringList());
  QVERIFY(seen["done"] == false && !seen["book"].empty());
  raise("= 5900\n", "= 6900\n");
  const auto refused = answer(migrate + QStringList{u"--expect"_s, digestOf(seen)}, 1);
  QVERIFY(refused["error"]["code"] == "subscription.picture_changed");
  const auto again = answer(migrate + QStringList{u"--preview"_s}, 1);
  QVERIFY(again["book"][0]["subscriptions"] == seen["book"][0]["subscriptions"]);
  const auto done = answer(migrate + QStringList{u"--expect"_s, digestOf(again)}, 1);
  QVERIFY(done["done"] == true && done["book"] == again["book"]);
  QVERIFY(digestOf(done) == digestOf(again));
  QVERIFY(answer(migrate, 1)["book"].empty());
}

void TestCtlBilling::aDraftIsFinalized() {
  const auto list = answer({u"organization"_s, u"list"_s, u"--limit"_s, u"1"_s});
  const auto id = QString::fromStdString(list["organizations"][0]["id"].get<std::string>());
  // While its organization is on hold, what is sold stays a draft.
  static_cast<void>(answer({u"invoice"_s, u"hold"_s, id, u"--reason"_s, u"Merger"_s}));
  const auto made = answer({u"invoice"_s, u"charge"_s, id, u"--line"_s, u"Work=90"_s});
  QVERIFY(made["status"] == "draft");
  const QStringList finalize{u"invoice"_s, u"finalize"_s, id,
                             QString::fromStdString(made["id"].get<std::string>())};
  QVERIFY(answer(finalize, 1)["error"]["code"] == "invoice.on_hold");
  static_cast<void>(answer({u"invoice"_s, u"release"_s, id}));
  const auto seen = answer(finalize + QStringList{u"--preview"_s});
  QCOMPARE(tests::differences(tests::documented(u"| `invoice finalize"_s), seen), QStringList());
  QVERIFY(seen["done"] == false && seen["status"] == "draft" && seen["number"].is_null());
  QVERIFY(answer(finalize + QStringList{u"--expect"_s, u"1"_s}, 1)["error"]["code"] ==
          "invoice.picture_changed");
  const auto done = answer(finalize);
  QVERIFY(done["done"] == true && done["status"] != "draft" && done["number"].is_string());
  QVERIFY(answer(finalize)["done"] == false);
  QVERIFY(answer({u"invoice"_s, u"finalize"_s, id, id}, 1)["error"]["code"] == "invoice.not_found");
}

void TestCtlBilling::theBooksAreSound() { QVERIFY(answer({u"doctor"_s})["sound"] == true); }

QTEST_GUILESS_MAIN(TestCtlBilling)
#include "tst_ctl_billing.moc"
