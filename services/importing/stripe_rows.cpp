// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/stripe_rows.h"

#include "services/core/country.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

Result<QString> parseId(const MappedRow &row, const RowChecks &checks) {
  TENANTRY_TRY(id, row.key(u"id"_s));
  if (id.isEmpty())
    return row.bad(u"id"_s, u"id_missing"_s,
                   u"The row has no id; without one a second import could not recognize it"_s);
  if (checks.isRepeated && checks.isRepeated(id))
    return row.bad(u"id"_s, u"duplicate_id"_s,
                   u"The id “%1” is already in an earlier row of this file; remove one "
                   u"of the two"_s.arg(id));
  return id;
}

Result<QString> parseKnown(const MappedRow &row, const QString &field, const QString &code,
                           const std::function<bool(const QString &)> &isKnown,
                           const QString &message) {
  const QString key = row.text(field);
  if (key.isEmpty() || (isKnown && !isKnown(key)))
    return row.bad(field, code, message.arg(key));
  return key;
}

Result<QString> parseCustomerId(const MappedRow &row, const RowChecks &checks) {
  return parseKnown(row, u"customer_id"_s, u"customer_unknown"_s, checks.isKnownCustomer,
                    u"There is no customer “%1”; import the customers first"_s);
}

Result<QString> parsePlan(const MappedRow &row, const RowChecks &checks) {
  return parseKnown(
      row, u"plan"_s, u"plan_unknown"_s, checks.isKnownPlan,
      u"There is no plan “%1”; add it to the business files and apply them, or correct the row"_s);
}

Result<QString> parseEmail(const MappedRow &row) {
  static const QRegularExpression address(
      u"^[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@[^\\s@.,;]+(\\.[^\\s@.,;]+)+$"_s);
  const QString email = row.text(u"email"_s);
  if (!email.isEmpty() && (email.size() > 254 || !address.match(email).hasMatch()))
    return row.bad(u"email"_s, u"email_invalid"_s, u"“%1” is not an e-mail address"_s.arg(email));
  return email;
}

Result<QString> parseCountry(const MappedRow &row) {
  const QString written = row.text(u"country"_s);
  if (written.isEmpty())
    return written;
  const auto country = Country::parse(written);
  if (!country)
    return row.bad(u"country"_s, u"country_unknown"_s,
                   u"“%1” is not a country code of ISO 3166-1, such as DE"_s.arg(written));
  return country->code();
}

Result<Zone> parseZone(const MappedRow &row) {
  const QString written = row.text(u"time_zone"_s);
  if (written.isEmpty())
    return Zone();
  auto zone = Zone::find(written);
  if (!zone)
    return row.bad(u"time_zone"_s, u"time_zone_unknown"_s,
                   u"“%1” is not a time zone, such as Europe/Berlin"_s.arg(written));
  return zone;
}

template <typename Status>
Result<Status> parseStatus(const MappedRow &row, const QHash<QString, Status> &words) {
  const QString word = row.text(u"status"_s);
  const auto found = words.constFind(word.toLower());
  if (found == words.cend()) {
    QStringList known = words.keys();
    known.sort();
    return row.bad(u"status"_s, u"status_unknown"_s,
                   u"“%1” is not a status that can be imported; write one of %2"_s.arg(
                       word, known.join(u", "_s)));
  }
  return *found;
}

Result<ImportedSubscriptionStatus> parseSubscriptionStatus(const MappedRow &row) {
  using enum ImportedSubscriptionStatus;
  static const QHash<QString, ImportedSubscriptionStatus> words{
      {u"trialing"_s, Trialing},  {u"active"_s, Active},       {u"past_due"_s, PastDue},
      {u"unpaid"_s, Suspended},   {u"suspended"_s, Suspended}, {u"paused"_s, Paused},
      {u"canceled"_s, Cancelled}, {u"cancelled"_s, Cancelled}, {u"incomplete_expired"_s, Expired},
      {u"expired"_s, Expired}};
  return parseStatus(row, words);
}

Result<ImportedInvoiceStatus> parseInvoiceStatus(const MappedRow &row) {
  using enum ImportedInvoiceStatus;
  static const QHash<QString, ImportedInvoiceStatus> words{{u"draft"_s, Draft},
                                                           {u"open"_s, Open},
                                                           {u"paid"_s, Paid},
                                                           {u"void"_s, Void},
                                                           {u"uncollectible"_s, Uncollectible}};
  return parseStatus(row, words);
}

Result<Interval> parseRowInterval(const MappedRow &row) {
  const auto interval = parseInterval(row.text(u"interval"_s).toLower());
  if (!interval)
    return row.bad(u"interval"_s, u"interval_unknown"_s,
                   u"“%1” is not an interval; write month or year"_s.arg(row.text(u"interval"_s)));
  return *interval;
}

Result<std::int64_t> parseQuantity(const MappedRow &row) {
  const QString cell = row.text(u"quantity"_s);
  if (cell.isEmpty())
    return 1;
  bool isNumber = false;
  const qlonglong quantity = cell.toLongLong(&isNumber);
  if (!isNumber || quantity < 1)
    return row.bad(u"quantity"_s, u"quantity_invalid"_s,
                   u"“%1” is not a whole number of at least 1"_s.arg(cell));
  return quantity;
}

Result<> parsePrice(const MappedRow &row, SubscriptionRow &subscription) {
  TENANTRY_TRY(currency, row.currency(u"currency"_s));
  TENANTRY_TRY(amount, row.money(u"amount"_s, currency));
  if (amount.minor() < 0)
    return row.bad(u"amount"_s, u"amount_invalid"_s,
                   u"The amount of a subscription cannot be negative"_s);
  TENANTRY_TRY(quantity, parseQuantity(row));
  TENANTRY_TRY(interval, parseRowInterval(row));
  subscription.amount = amount;
  subscription.quantity = quantity;
  subscription.interval = interval;
  return {};
}

struct DateField {
  QString field;
  std::optional<Instant> &value;
};

Result<> parseDates(const MappedRow &row, std::initializer_list<DateField> dates) {
  for (const DateField &date : dates) {
    TENANTRY_TRY(value, row.instant(date.field, u"date_invalid"_s));
    date.value = value;
  }
  return {};
}

Result<> parseSubscriptionDates(const MappedRow &row, SubscriptionRow &to) {
  TENANTRY_TRY(created, row.instant(u"created"_s, u"created_invalid"_s));
  to.created = created;
  TENANTRY_CHECK(parseDates(row, {{u"start"_s, to.started},
                                  {u"period_from"_s, to.periodFrom},
                                  {u"period_to"_s, to.periodTo},
                                  {u"trial_from"_s, to.trialFrom},
                                  {u"trial_to"_s, to.trialTo},
                                  {u"cancelled"_s, to.cancelled},
                                  {u"ended"_s, to.ended}}));
  if (to.periodFrom && to.periodTo && *to.periodTo <= *to.periodFrom)
    return row.bad(u"period_to"_s, u"period_invalid"_s,
                   u"The current period ends before it begins"_s);
  return {};
}

/// The money of an invoice must add up here: what is imported stays as it is and is never computed
/// anew.
Result<> parseAmounts(const MappedRow &row, InvoiceRow &to) {
  TENANTRY_TRY(currency, row.currency(u"currency"_s));
  TENANTRY_TRY(total, row.money(u"total"_s, currency));
  TENANTRY_TRY(discount, row.money(u"discount"_s, currency, 0));
  TENANTRY_TRY(tax, row.money(u"tax"_s, currency, 0));
  const Money rest = total + discount - tax;
  TENANTRY_TRY(subtotal, row.money(u"subtotal"_s, currency, rest.minor()));
  TENANTRY_TRY(due, row.money(u"amount_due"_s, currency, total.minor()));
  TENANTRY_TRY(paid, row.money(u"amount_paid"_s, currency, 0));
  if (subtotal != rest)
    return row.bad(u"total"_s, u"total_mismatch"_s,
                   u"The total is %1, but subtotal less discount plus tax is %2"_s.arg(
                       total.toString(), (subtotal - discount + tax).toString()));
  to.subtotal = subtotal;
  to.discount = discount;
  to.tax = tax;
  to.total = total;
  to.amountDue = due;
  to.amountPaid = paid;
  return {};
}

Result<> parseInvoiceDates(const MappedRow &row, InvoiceRow &to) {
  std::optional<Instant> issued;
  TENANTRY_CHECK(parseDates(row, {{u"issued"_s, issued},
                                  {u"due"_s, to.due},
                                  {u"paid"_s, to.paid},
                                  {u"period_from"_s, to.periodFrom},
                                  {u"period_to"_s, to.periodTo}}));
  if (!issued)
    return row.bad(u"issued"_s, u"date_invalid"_s, u"The invoice has no issue date"_s);
  to.issued = *issued;
  return {};
}

} // namespace

Result<CustomerRow> parseCustomerRow(const MappedRow &row, const RowChecks &checks) {
  TENANTRY_TRY(id, parseId(row, checks));
  TENANTRY_TRY(email, parseEmail(row));
  TENANTRY_TRY(created, row.instant(u"created"_s, u"created_invalid"_s));
  TENANTRY_TRY(country, parseCountry(row));
  CustomerRow customer{.line = row.line(),
                       .externalId = id,
                       .name = row.text(u"name"_s),
                       .email = email,
                       .description = row.text(u"description"_s),
                       .notes = row.text(u"notes"_s),
                       .country = country,
                       .currency = {},
                       .created = created,
                       .isDelinquent =
                           row.text(u"delinquent"_s).compare(u"true"_s, Qt::CaseInsensitive) == 0};
  TENANTRY_TRY(zone, parseZone(row));
  customer.zone = zone;
  if (!row.text(u"currency"_s).isEmpty()) {
    TENANTRY_TRY(currency, row.currency(u"currency"_s));
    customer.currency = currency;
  }
  return customer;
}

Result<SubscriptionRow> parseSubscriptionRow(const MappedRow &row, const RowChecks &checks) {
  SubscriptionRow subscription;
  subscription.line = row.line();
  TENANTRY_TRY(id, parseId(row, checks));
  TENANTRY_TRY(customerId, parseCustomerId(row, checks));
  TENANTRY_TRY(plan, parsePlan(row, checks));
  TENANTRY_TRY(status, parseSubscriptionStatus(row));
  subscription.externalId = id;
  subscription.customerId = customerId;
  subscription.plan = plan;
  subscription.status = status;
  TENANTRY_CHECK(parsePrice(row, subscription));
  TENANTRY_CHECK(parseSubscriptionDates(row, subscription));
  return subscription;
}

Result<InvoiceRow> parseInvoiceRow(const MappedRow &row, const RowChecks &checks) {
  InvoiceRow invoice;
  invoice.line = row.line();
  TENANTRY_TRY(id, parseId(row, checks));
  TENANTRY_TRY(customerId, parseCustomerId(row, checks));
  TENANTRY_TRY(status, parseInvoiceStatus(row));
  invoice.externalId = id;
  invoice.customerId = customerId;
  invoice.status = status;
  invoice.subscriptionId = row.text(u"subscription_id"_s);
  TENANTRY_TRY(number, row.key(u"number"_s));
  invoice.number = number;
  if (invoice.number.isEmpty() && status != ImportedInvoiceStatus::Draft)
    return row.bad(u"number"_s, u"number_missing"_s,
                   u"An invoice that is not a draft must have a number"_s);
  TENANTRY_CHECK(parseAmounts(row, invoice));
  TENANTRY_CHECK(parseInvoiceDates(row, invoice));
  return invoice;
}

} // namespace tenantry::importing
