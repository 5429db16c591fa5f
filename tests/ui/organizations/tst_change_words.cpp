// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/change_words.h"
#include "ui/organizations/value_words.h"

#include "tests/support/test_database.h"
#include "tests/support/texts.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::tests;

namespace {

struct Coded {
  const char16_t *row, *column, *code, *english, *german;
};

/// Each column of an audited table that holds a code, with all its codes where the schema lists
/// them.
constexpr Coded coded[] = {
    {u"assignment", u"role", u"viewer", u"Viewer", u"Nur Lesen"},
    {u"bank_match", u"rule", u"by_hand", u"by hand", u"von Hand"},
    {u"bank_match", u"rule", u"end_to_end", u"by its end-to-end id",
     u"über die Ende-zu-Ende-Referenz"},
    {u"bank_match", u"rule", u"number", u"by its number", u"über die Nummer"},
    {u"bank_match", u"rule", u"structured_reference", u"by its reference", u"über die Referenz"},
    {u"customer_link", u"purpose", u"account", u"all invoices", u"alle Rechnungen"},
    {u"customer_link", u"purpose", u"invoice", u"one invoice", u"eine Rechnung"},
    {u"customer_link", u"purpose", u"return", u"the way back from the provider's page",
     u"der Rückweg von der Seite des Anbieters"},
    {u"dunning_case", u"decline_class", u"action", u"Customer must act", u"Kunde muss handeln"},
    {u"dunning_case", u"decline_class", u"hard", u"For good", u"Endgültig"},
    {u"dunning_case", u"decline_class", u"none", u"Not tried", u"Nicht versucht"},
    {u"dunning_case", u"decline_class", u"soft", u"May succeed later", u"Später möglich"},
    {u"dunning_case", u"decline_code", u"insufficient_funds", u"Insufficient funds",
     u"Konto nicht gedeckt"},
    {u"dunning_case", u"next_act", u"finish", u"Final step", u"Letzter Schritt"},
    {u"dunning_case", u"next_act", u"none", u"Nothing planned", u"Nichts geplant"},
    {u"dunning_case", u"next_act", u"past_due", u"Past due", u"Überfällig"},
    {u"dunning_case", u"next_act", u"resume", u"Goes on", u"Läuft weiter"},
    {u"dunning_case", u"next_act", u"retry", u"Retry", u"Versuch"},
    {u"dunning_case", u"next_act", u"suspend", u"Suspends", u"Sperre"},
    {u"dunning_case", u"step", u"exhausted", u"No try left", u"Ohne Versuch"},
    {u"dunning_case", u"step", u"extended", u"Extended", u"Aufgeschoben"},
    {u"dunning_case", u"step", u"final", u"To be decided", u"Zu entscheiden"},
    {u"dunning_case", u"step", u"retrying", u"Failed, retrying", u"Versuch folgt"},
    {u"dunning_case", u"step", u"suspended", u"Suspended", u"Gesperrt"},
    {u"finding_review", u"finding", u"first_invoice", u"First invoice", u"Erste Rechnung"},
    {u"finding_review", u"finding", u"missing_data streetAddress taxRegion",
     u"No Street, known state or province", u"Ohne Straße, bekanntes Bundesland"},
    {u"finding_review", u"finding", u"total_change", u"Total differs a lot",
     u"Summe weicht stark ab"},
    {u"finding_review", u"finding", u"usage_change", u"Usage differs a lot",
     u"Verbrauch weicht stark ab"},
    {u"invoice", u"kind", u"change", u"of a change", u"aus einer Änderung"},
    {u"invoice", u"kind", u"imported", u"imported", u"importiert"},
    {u"invoice", u"kind", u"one_off", u"sold once", u"einmalig verkauft"},
    {u"invoice", u"kind", u"recurring", u"recurring", u"wiederkehrend"},
    {u"invoice", u"status", u"draft", u"Draft", u"Entwurf"},
    {u"invoice", u"status", u"open", u"Open", u"Offen"},
    {u"invoice", u"status", u"paid", u"Paid", u"Bezahlt"},
    {u"invoice", u"status", u"uncollectible", u"Uncollectible", u"Uneinbringlich"},
    {u"invoice", u"status", u"void", u"Void", u"Storniert"},
    {u"member", u"auth_provider", u"email-link", u"a link by e-mail", u"einen Link per E-Mail"},
    {u"member", u"language", u"fr", u"français (fr)", u"français (fr)"},
    {u"method_setup", u"decline_code", u"another_payer", u"another payer", u"anderer Zahler"},
    {u"method_setup", u"provider", u"stripe", u"Stripe", u"Stripe"},
    {u"method_setup", u"state", u"contradicted", u"contradicted", u"widersprochen"},
    {u"method_setup", u"state", u"done", u"done", u"erledigt"},
    {u"method_setup", u"state", u"expired", u"expired", u"abgelaufen"},
    {u"method_setup", u"state", u"open", u"open", u"offen"},
    {u"method_setup", u"state", u"settled", u"settled by hand", u"von Hand beendet"},
    {u"organization", u"address_country", u"AT", u"Austria", u"Österreich"},
    {u"organization", u"language", u"de", u"Deutsch (de)", u"Deutsch (de)"},
    {u"organization", u"plan_id", u"starter", u"Starter Plan", u"Starter Plan"},
    {u"organization", u"status", u"active", u"Active", u"Aktiv"},
    {u"organization", u"status", u"churned", u"Churned", u"Abgewandert"},
    {u"organization", u"status", u"closed", u"Closed", u"Geschlossen"},
    {u"organization", u"status", u"onboarded", u"Onboarded", u"Eingeführt"},
    {u"organization", u"status", u"onboarding", u"Onboarding", u"In Einführung"},
    {u"organization", u"status", u"suspended", u"Suspended", u"Gesperrt"},
    {u"organization", u"status_before", u"active", u"Active", u"Aktiv"},
    {u"organization", u"status_reason", u"payment", u"it paid", u"sie hat bezahlt"},
    {u"organization", u"status_reason", u"subscription", u"its subscription", u"ihr Abonnement"},
    {u"organization", u"status_reason", u"subscription-ended", u"its subscription ended",
     u"ihr Abonnement endete"},
    {u"organization", u"status_reason", u"payment-overdue", u"payment overdue",
     u"Zahlung überfällig"},
    {u"organization", u"subscription_status", u"past_due", u"Past due", u"Im Verzug"},
    {u"organization_feature", u"granted_by", u"contract", u"the contract", u"der Vertrag"},
    {u"organization_feature", u"granted_by", u"plan starter v1", u"plan Starter Plan, version 1",
     u"Tarif Starter Plan, Version 1"},
    {u"organization_limit", u"granted_by", u"contract", u"the contract", u"der Vertrag"},
    {u"organization_limit", u"granted_by", u"plan starter v1", u"plan Starter Plan, version 1",
     u"Tarif Starter Plan, Version 1"},
    {u"organization_limit", u"granted_by", u"add-on projects", u"add-on More projects",
     u"Add-on More projects"},
    {u"organization_limit", u"granted_by", u"contract + add-on projects × 2",
     u"the contract + add-on More projects × 2", u"der Vertrag + Add-on More projects × 2"},
    {u"organization_limit", u"granted_by", u"add-on gone × 12", u"add-on gone × 12",
     u"Add-on gone × 12"},
    {u"organization_limit", u"kind", u"hard", u"hard limit", u"hartes Limit"},
    {u"organization_limit", u"kind", u"soft", u"soft limit", u"weiches Limit"},
    {u"organization_limit", u"metric", u"api_calls", u"API calls", u"API-Aufrufe"},
    {u"payment", u"source", u"attempt", u"charged", u"abgebucht"},
    {u"payment", u"source", u"imported", u"imported", u"importiert"},
    {u"payment", u"source", u"transfer", u"transfer", u"Überweisung"},
    {u"payment_attempt", u"decline_code", u"insufficient_funds", u"Insufficient funds",
     u"Konto nicht gedeckt"},
    {u"payment_attempt", u"status", u"failed", u"failed", u"gescheitert"},
    {u"payment_attempt", u"status", u"pending", u"on its way", u"unterwegs"},
    {u"payment_attempt", u"status", u"refunded", u"refunded", u"erstattet"},
    {u"payment_attempt", u"status", u"succeeded", u"succeeded", u"gelungen"},
    {u"payment_attempt", u"status", u"unknown", u"not answered yet", u"noch nicht beantwortet"},
    {u"payment_attempt", u"status", u"withdrawn", u"withdrawn", u"zurückgezogen"},
    {u"payment_method", u"provider", u"simulator", u"Simulator", u"Simulator"},
    {u"payment_method", u"provider", u"stripe", u"Stripe", u"Stripe"},
    {u"provider_customer", u"provider", u"stripe", u"Stripe", u"Stripe"},
    {u"provider_finding", u"booked_as", u"balance", u"To the customer's balance",
     u"Zum Guthaben des Kunden"},
    {u"provider_finding", u"booked_as", u"give_back", u"Give it back", u"Zurückgeben"},
    {u"provider_finding", u"booked_as", u"payout", u"Paid out of the customer's balance",
     u"Aus dem Guthaben des Kunden ausgezahlt"},
    {u"provider_finding", u"booked_as", u"refund", u"As our refund, with a credit note",
     u"Als unsere Erstattung, mit Gutschrift"},
    {u"provider_finding", u"booked_as", u"reopen", u"The invoice is due again",
     u"Die Rechnung ist wieder fällig"},
    {u"provider_finding", u"booked_as", u"write_off", u"As a loss", u"Als Verlust"},
    {u"provider_finding", u"booked_as", u"loss", u"Lost, and nobody owes it again",
     u"Verloren, und niemand schuldet es wieder"},
    {u"provider_finding", u"kind", u"dispute", u"Dispute", u"Anfechtung"},
    {u"provider_finding", u"kind", u"refunded_elsewhere", u"Refund there", u"Erstattung dort"},
    {u"provider_finding", u"kind", u"second_charge", u"Second charge", u"Zweite Belastung"},
    {u"provider_finding", u"provider", u"stripe", u"Stripe", u"Stripe"},
    {u"provider_finding", u"said", u"needs_response", u"needs an answer", u"braucht eine Antwort"},
    {u"provider_finding", u"state", u"booked", u"booked", u"gebucht"},
    {u"provider_finding", u"state", u"closed", u"closed", u"geschlossen"},
    {u"provider_finding", u"state", u"open", u"open", u"offen"},
    {u"provider_finding", u"state", u"returning", u"being given back", u"wird zurückgegeben"},
    {u"refund", u"channel", u"by_hand", u"by hand", u"von Hand"},
    {u"refund", u"channel", u"provider", u"by the provider", u"über den Anbieter"},
    {u"refund", u"decline_code", u"insufficient_funds", u"Insufficient funds",
     u"Konto nicht gedeckt"},
    {u"refund", u"status", u"failed", u"failed", u"gescheitert"},
    {u"refund", u"status", u"pending", u"on its way", u"unterwegs"},
    {u"refund", u"status", u"succeeded", u"succeeded", u"gelungen"},
    {u"refund", u"status", u"unknown", u"not answered yet", u"noch nicht beantwortet"},
    {u"subscription", u"billing_interval", u"month", u"monthly", u"monatlich"},
    {u"subscription", u"billing_interval", u"year", u"yearly", u"jährlich"},
    {u"subscription", u"plan_id", u"starter", u"Starter Plan", u"Starter Plan"},
    {u"subscription", u"scheduled_action", u"cancel", u"end", u"Ende"},
    {u"subscription", u"scheduled_action", u"change_plan", u"another plan", u"anderer Tarif"},
    {u"subscription", u"scheduled_action", u"change_price", u"another price", u"anderer Preis"},
    {u"subscription", u"scheduled_action", u"change_currency", u"another currency",
     u"andere Währung"},
    {u"subscription", u"scheduled_action", u"change_seats", u"other seats", u"andere Platzzahl"},
    {u"subscription", u"scheduled_action", u"change_addon", u"other add-ons", u"andere Add-ons"},
    {u"subscription", u"status", u"active", u"Active", u"Aktiv"},
    {u"subscription", u"status", u"cancelled", u"Cancelled", u"Gekündigt"},
    {u"subscription", u"status", u"expired", u"Expired", u"Abgelaufen"},
    {u"subscription", u"status", u"past_due", u"Past due", u"Im Verzug"},
    {u"subscription", u"status", u"paused", u"Paused", u"Pausiert"},
    {u"subscription", u"status", u"suspended", u"Suspended", u"Gesperrt"},
    {u"subscription", u"status", u"trialing", u"Trialing", u"Testphase"},
    {u"subscription", u"status_reason", u"payment-overdue", u"payment overdue",
     u"Zahlung überfällig"},
    {u"team", u"allowed_roles", u"owner", u"Owner", u"Inhaber"},
    {u"team", u"default_role", u"viewer", u"Viewer", u"Nur Lesen"}};

/// What the console could be told of besides, and how it is said.
const models::CatalogNames sold{{{u"starter"_s, u"Starter Plan"_s}},
                                {{u"projects"_s, u"More projects"_s}}};

audit::TimelineRow changed(const QString &type, const QString &operation,
                           const std::vector<audit::FieldChange> &changes,
                           const QString &currency = {}) {
  audit::TimelineRow row;
  row.id.kind = audit::TimelineId::Kind::Change;
  row.type = type;
  row.operation = operation;
  row.changes = changes;
  row.currency = currency;
  return row;
}

} // namespace

/// Check 21: what the audit trail says of a row, in the words of the console.
class TestChangeWords : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { QVERIFY(loadGerman(m_german)); }
  void check21_aCodeIsSaidInWords_data();
  void check21_aCodeIsSaidInWords();
  void check21_noCodeIsForgotten();
  void check21_linesSayNoIds();

private:
  QTranslator m_german;
};

void TestChangeWords::check21_aCodeIsSaidInWords_data() {
  QTest::addColumn<int>("index");
  for (int i = 0; i < int(std::size(coded)); ++i)
    QTest::addRow("%s.%s %s", qPrintable(QString::fromUtf16(coded[i].row)),
                  qPrintable(QString::fromUtf16(coded[i].column)),
                  qPrintable(QString::fromUtf16(coded[i].code)))
        << i;
}

void TestChangeWords::check21_aCodeIsSaidInWords() {
  QFETCH(int, index);
  const auto &one = coded[index];
  const auto said = [&](const QLocale &locale) {
    return ui::valueWord(QString::fromUtf16(one.row), QString::fromUtf16(one.column),
                         QString::fromUtf16(one.code), sold, locale)
        .value_or(u"(none)"_s);
  };
  QCOMPARE(said(QLocale(QLocale::English)), QString::fromUtf16(one.english));
  QCoreApplication::installTranslator(&m_german);
  const auto inGerman = said(QLocale(QLocale::German));
  QCoreApplication::removeTranslator(&m_german);
  QCOMPARE(inGerman, QString::fromUtf16(one.german));
}

/// A check that lists words, of one column of a table whose changes are audited.
void TestChangeWords::check21_noCodeIsForgotten() {
  const TestDatabase test;
  const auto database = test.connect();
  const auto rows = database->adHoc(
      "select c.relname, a.attname, pg_get_constraintdef(k.oid) from pg_constraint as k "
      "join pg_class as c on c.oid = k.conrelid "
      "join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1] "
      "where k.contype = 'c' and cardinality(k.conkey) = 1 and exists "
      "(select from pg_trigger as t where t.tgrelid = c.oid and t.tgname = 'audit_update') "
      "order by 1, 2");
  QVERIFY(rows);
  static const QRegularExpression word(u"'([^']+)'::text"_s);
  int found = 0;
  for (const auto row : *rows) {
    const auto [table, column, rule] = row.as<QString, QString, QString>();
    if (!rule.contains(u"(%1 = ANY (ARRAY["_s.arg(column)) &&
        !rule.contains(u"(%1 = '"_s.arg(column)))
      continue;
    for (auto words = word.globalMatch(rule); words.hasNext();) {
      const auto code = words.next().captured(1);
      ++found;
      QVERIFY2(std::any_of(std::begin(coded), std::end(coded),
                           [&](const Coded &one) {
                             return table == QStringView(one.row) &&
                                    column == QStringView(one.column) &&
                                    code == QStringView(one.code);
                           }),
               qPrintable(u"%1.%2 may be “%3”: say it in ui/organizations/value_words.cpp, and "
                          "here"_s.arg(table, column, code)));
    }
  }
  QVERIFY2(found > 60, qPrintable(QString::number(found)));
}

/// As the timeline shows a row: codes in words, amounts as money, no ids of other rows.
void TestChangeWords::check21_linesSayNoIds() {
  const auto id = u"019c43c6-5f80-7052-98c1-15462987fa1f"_s.toStdString();
  const auto lines = [](const audit::TimelineRow &row) {
    return ui::changeLines(row, sold, *Zone::find(u"UTC"_s), QLocale(QLocale::English));
  };
  QCOMPARE(lines(changed(u"invoice"_s, u"update"_s, {{u"status"_s, "open", "paid"}})),
           QStringList{u"Status: Open → Paid"_s});
  QCOMPARE(lines(changed(u"organization_limit"_s, u"insert"_s,
                         {{u"granted_by"_s, {}, "plan starter v1"},
                          {u"kind"_s, {}, "hard"},
                          {u"limit_value"_s, {}, -1},
                          {u"metric"_s, {}, "api_calls"}})),
           (QStringList{u"Comes from: plan Starter Plan, version 1"_s, u"Kind: hard limit"_s,
                        u"Limit: unlimited"_s, u"Metric: API calls"_s}));
  QCOMPARE(lines(changed(u"bank_match"_s, u"insert"_s,
                         {{u"payment_id"_s, {}, id}, {u"rule"_s, {}, "by_hand"}})),
           QStringList{u"Rule: by hand"_s});
  QCOMPARE(lines(changed(u"subscription"_s, u"update"_s,
                         {{u"plan_id"_s, "old", "starter"},
                          {u"plan_version_id"_s, id, id},
                          {u"price_override"_s, {}, 19'900},
                          {u"mrr_twelfths"_s, 0, 199'000}},
                         u"EUR"_s)),
           (QStringList{u"Plan: old → Starter Plan"_s, u"Version of the plan: changed"_s,
                        u"Contract price: – → €199.00"_s, u"MRR: €0.00 → €165.83"_s}));
  QCOMPARE(lines(changed(u"team"_s, u"update"_s,
                         {{u"allowed_roles"_s, {}, {"owner", "admin"}}, {u"parent_id"_s, {}, id}})),
           (QStringList{u"Roles allowed: – → Owner, Administrator"_s, u"Above it: entered"_s}));
  QCOMPARE(lines(changed(u"member"_s, u"insert"_s, {{u"external_id"_s, {}, id}})),
           QStringList{u"External id: "_s + QString::fromStdString(id)});
  // What is kept as a whole, and what is empty in it left out.
  QCOMPARE(
      lines(changed(
          u"invoice"_s, u"insert"_s,
          {{u"customer"_s, {}, {{"name", "Acme"}, {"address_country", "DE"}, {"vat_id", ""}}}})),
      QStringList{u"Customer as printed: Country Germany, Name Acme"_s});
  QCOMPARE(lines(changed(u"coupon_redemption"_s, u"insert"_s,
                         {{u"definition"_s,
                           {},
                           {{"amount", {{"minor", 1000}, {"currency", "EUR"}}},
                            {"cycles", 3},
                            {"percent", nullptr}}}})),
           QStringList{u"Terms: Amount €10.00, Periods 3"_s});
  QCOMPARE(lines(changed(u"subscription"_s, u"update"_s,
                         {{u"scheduled"_s,
                           {},
                           {{"plan_id", "starter"}, {"plan_version_id", id}, {"interval", "year"}}},
                          {u"own_limits"_s, {}, {{"api_calls", -1}, {"users", 5}}}})),
           (QStringList{u"What is scheduled: – → Interval yearly, Plan Starter Plan"_s,
                        u"Limits of the contract: – → API calls unlimited, Users 5"_s}));
  QCOMPARE(
      lines(changed(u"team"_s, u"insert"_s, {{u"allowed_roles"_s, {}, nlohmann::json::array()}})),
      QStringList{u"Roles allowed: –"_s});
  const nlohmann::json item{{"addon", {{"id", "projects"}, {"name", "Projects"}}}, {"quantity", 2}};
  QCOMPARE(lines(changed(u"subscription"_s, u"update"_s,
                         {{u"items"_s, {}, nlohmann::json::array({item})}})),
           QStringList{u"Add-ons: – → Add-on More projects, Quantity 2"_s});
  // What nobody knows is shown as it is.
  QCOMPARE(lines(changed(u"refund"_s, u"insert"_s, {{u"decline_code"_s, {}, "brand_new"}})),
           QStringList{u"Decline code: brand_new"_s});
}

QTEST_MAIN(TestChangeWords)
#include "tst_change_words.moc"
