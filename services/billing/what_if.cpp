// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/what_if.h"

#include "services/billing/usage_rating.h"
#include "services/billing/what_if_discounts.h"
#include "services/business/apply.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr int mostMonths = 120;
constexpr int replayedAtOnce = 5000;

/// Of one customer in one currency, by plan.
using Amounts = std::map<std::pair<QString, Currency>, std::pair<WhatIfAmounts, WhatIfAmounts>>;

struct Sold {
  QString item;
  std::int64_t unit = 0;
  std::int64_t quantity = 1;
  int seats = 1; ///< of the subscription today: for a price by the seat that is new
  int days = 0;
  int daysOfPeriod = 0;
  std::int64_t times = 1;
};

/// The price of so many days of a period, rounded as its invoice line is.
std::int64_t priceOf(const Sold &sold, std::int64_t unit, std::int64_t quantity) {
  const auto whole = checkedMultiply(unit, quantity);
  const auto once = sold.days >= sold.daysOfPeriod
                        ? whole
                        : roundHalfAwayFromZero(Rational(whole) * sold.days / sold.daysOfPeriod);
  return checkedMultiply(once, sold.times);
}

void add(const WhatIfAmounts &amounts, WhatIfAmounts &sum) {
  sum.fees = checkedAdd(sum.fees, amounts.fees);
  sum.usage = checkedAdd(sum.usage, amounts.usage);
  sum.discounts = checkedAdd(sum.discounts, amounts.discounts);
}

bool isSold(const subscriptions::RecurringPrice &price) { return price.plan || price.perSeat; }

class Comparison {
public:
  Comparison(store::Session &session, const business::Applied &before,
             const business::Business &after, int months)
      : m_session(session), m_before(before), m_then(before) {
    m_then.business = after;
    for (const auto &version : business::newPlanVersions(before, after, session.clock.now()))
      m_changed[version.plan.id] = version.plan;
    for (auto &[id, version] : m_then.planVersions)
      if (const auto changed = m_changed.find(version.plan.id); changed != m_changed.end()) {
        version.plan = changed->second;
        m_versions.push_back(id);
      }
    m_report.to = m_then.zone().dayOf(session.clock.now());
    m_report.from = anchoredBoundary(m_report.to, 1, -months);
  }

  Result<WhatIf> compare(int most, const std::function<bool(std::int64_t)> &goOn) {
    OrganizationId last;
    std::int64_t done = 0;
    while (!m_changed.empty()) {
      TENANTRY_TRY(range, m_session.database.query("what_if_range",
                                                   {{"after", last}, {"count", replayedAtOnce}}));
      if (range.isEmpty())
        break;
      const OrganizationId after = last;
      last = range[range.size() - 1].get<OrganizationId>(0);
      TENANTRY_CHECK(m_discounts.read(m_session, after, last));
      TENANTRY_CHECK(readFees(after, last));
      TENANTRY_CHECK(readUsage(after, last));
      TENANTRY_CHECK(readLimits(after, last));
      settle();
      done += range.size();
      if (goOn && !goOn(done))
        return fail(u"what_if.cancelled"_s, u"Rating again was cancelled."_s);
    }
    for (const auto &[key, amounts] : m_plans)
      m_report.plans.push_back({key.first, key.second, amounts.first, amounts.second});
    cut(most);
    TENANTRY_CHECK(nameThem());
    return std::move(m_report);
  }

private:
  // ---- fees

  Result<> readFees(const OrganizationId &after, const OrganizationId &last) {
    std::vector<QString> plans;
    for (const auto &[id, plan] : m_changed)
      plans.push_back(id);
    TENANTRY_TRY(rows, m_session.database.query("what_if_fees", {{"after", after},
                                                                 {"last", last},
                                                                 {"from", m_report.from},
                                                                 {"to", m_report.to},
                                                                 {"plans", plans}}));
    for (const auto row : rows) {
      TENANTRY_TRY(interval, parseInterval(row.get<QString>(3)));
      TENANTRY_TRY(currency, Currency::parse(row.get<QString>(5)));
      TENANTRY_TRY(unit, parseDecimal(row.get<QString>(6)));
      TENANTRY_TRY(quantity, parseDecimal(row.get<QString>(7)));
      const auto planId = row.get<QString>(1);
      const Sold sold{row.get<QString>(4),
                      static_cast<std::int64_t>(numerator(unit)),
                      static_cast<std::int64_t>(numerator(quantity)),
                      row.get<int>(8),
                      row.get<int>(9),
                      row.get<int>(10),
                      row.get<std::int64_t>(11)};
      auto &[now, then] = m_customers[row.get<OrganizationId>(0)][{planId, currency}];
      const auto both = [&](const Sold &what) {
        const auto fee = priceOf(what, what.unit, what.quantity);
        return std::pair(fee,
                         feeThen(what, fee, planId, row.get<std::int64_t>(2), interval, currency));
      };
      const auto fees = both(sold);
      now.fees = checkedAdd(now.fees, fees.first);
      then.fees = checkedAdd(then.fees, fees.second);
      const auto subscription = row.get<std::optional<SubscriptionId>>(12);
      if (!subscription)
        continue;
      auto whole = sold; // of what was taken back the discount was, too
      whole.days = row.get<int>(15);
      const auto before = both(whole);
      m_discounts.add({row.get<OrganizationId>(0), *subscription, row.get<QUuid>(13),
                       row.get<std::optional<int>>(14)},
                      {planId, currency, before.first, before.second,
                       Rational(sold.days, std::max(whole.days, 1))});
    }
    // After the plan's own lines, as on the document: a cent that is left goes to the first.
    return m_discounts.readBeside(m_session, after, last, {m_report.from, m_report.to}, plans);
  }

  std::int64_t feeThen(const Sold &sold, std::int64_t fee, const QString &planId,
                       std::int64_t number, Interval interval, Currency currency) const {
    const auto *version = versionOf(planId, number);
    if (version == nullptr)
      return fee;
    const auto old = subscriptions::recurringPrice(version->plan, currency, interval, {});
    const auto next = subscriptions::recurringPrice(m_changed.at(planId), currency, interval, {});
    const bool isPlan = sold.item == "plan"_L1;
    // A price of its own is a contract's.
    if (!isSold(next) || (isPlan ? old.plan : old.perSeat) != sold.unit)
      return fee;
    auto sum = priceOf(sold, (isPlan ? next.plan : next.perSeat).value_or(0), sold.quantity);
    if (isPlan && !old.perSeat)
      sum = checkedAdd(sum, priceOf(sold, next.perSeat.value_or(0), sold.seats));
    if (!isPlan && !old.plan)
      sum = checkedAdd(sum, priceOf(sold, next.plan.value_or(0), 1));
    return sum;
  }

  const business::PlanVersion *versionOf(const QString &planId, std::int64_t number) const {
    for (const auto &id : m_versions)
      if (const auto &version = m_before.planVersion(id);
          version.plan.id == planId && version.number == number)
        return &version;
    return nullptr;
  }

  // ---- usage

  Result<> readUsage(const OrganizationId &after, const OrganizationId &last) {
    TENANTRY_TRY(rows, m_session.database.query("what_if_usage", {{"after", after},
                                                                  {"last", last},
                                                                  {"to", m_report.to},
                                                                  {"now", m_session.clock.now()}}));
    PartUsage usage;
    RatedDocument document;
    Currency currency;
    std::map<QString, std::int64_t> carried;
    for (const auto row : rows) {
      const auto organization = row.get<OrganizationId>(0);
      const auto from = row.get<Instant>(4);
      if (usage.part.organization != organization || usage.part.at.from != from) {
        rate(usage, document, currency, carried);
        if (usage.part.organization != organization)
          carried.clear();
        TENANTRY_TRY(told, Currency::parse(row.get<QString>(3)));
        currency = told;
        usage = {};
        usage.part.organization = organization;
        usage.part.subscription = row.get<SubscriptionId>(1);
        usage.part.planVersion = row.get<PlanVersionId>(2);
        usage.part.at = {from, row.get<Instant>(5)};
        usage.part.days.from = row.get<LocalDay>(6);
        usage.part.billable = row.get<bool>(7);
        if (const auto limits = row.get<std::optional<store::Json>>(10))
          usage.part.ownLimits = subscriptions::limitsFromJson(*limits);
        document = {organization, usage.part.subscription,
                    row.get<std::optional<QUuid>>(11).value_or(QUuid()),
                    row.get<std::optional<int>>(12)};
      }
      if (const auto metric = row.get<std::optional<QString>>(8))
        usage.totals[*metric].quantity = row.get<std::int64_t>(9);
    }
    rate(usage, document, currency, carried);
    return {};
  }

  /// Both times by the rules of invoices; what was carried on is the same for both.
  void rate(const PartUsage &usage, const RatedDocument &document, Currency currency,
            std::map<QString, std::int64_t> &carried) {
    if (usage.part.organization.isNull())
      return;
    const auto &version = m_before.planVersion(usage.part.planVersion);
    const bool counts =
        usage.part.days.from >= m_report.from && m_changed.contains(version.plan.id);
    auto before = carried;
    const auto now = amountOf(usage, currency, m_before, before);
    auto then = now;
    if (counts) {
      then = amountOf(usage, currency, m_then, carried);
      auto &[sumNow, sumThen] = m_customers[usage.part.organization][{version.plan.id, currency}];
      sumNow.usage = checkedAdd(sumNow.usage, now);
      sumThen.usage = checkedAdd(sumThen.usage, then);
    }
    if (m_discounts.has(document.organization, document.subscription))
      m_discounts.add(document, {counts ? version.plan.id : QString(), currency, now, then});
    carried = std::move(before);
  }

  static std::int64_t amountOf(const PartUsage &usage, Currency currency,
                               const business::Applied &applied,
                               std::map<QString, std::int64_t> &carried) {
    subscriptions::InvoiceOrder order;
    order.organization = usage.part.organization;
    order.subscription = usage.part.subscription;
    order.closes = usage.part.at.to;
    order.currency = currency;
    std::vector<PartUsage> open{usage}, late;
    std::int64_t sum = 0;
    for (const auto &line : rateUsage(order, applied, open, late, carried).lines)
      sum = checkedAdd(sum, line.rated.amount);
    return sum;
  }

  // ---- limits

  Result<> readLimits(const OrganizationId &after, const OrganizationId &last) {
    using business::Aggregation;
    TENANTRY_CHECK(
        readLimits("what_if_counted", {Aggregation::Sum, Aggregation::Max}, after, last));
    TENANTRY_CHECK(readLimits("what_if_last", {Aggregation::Last}, after, last));
    return readLimits("what_if_distinct", {Aggregation::Unique}, after, last);
  }

  Result<> readLimits(const char *query, const std::set<business::Aggregation> &counted,
                      const OrganizationId &after, const OrganizationId &last) {
    std::set<QString> limited;
    for (const auto &[id, plan] : m_changed)
      for (const auto &[metric, limit] : plan.limits)
        if (const auto found = m_then.business.metrics.find(metric);
            limit >= 0 && found != m_then.business.metrics.end() &&
            counted.contains(found->second.aggregation))
          limited.insert(metric);
    if (limited.empty())
      return {};
    TENANTRY_TRY(rows,
                 m_session.database.query(
                     query, {{"after", after},
                             {"last", last},
                             {"versions", m_versions},
                             {"metrics", std::vector<QString>(limited.begin(), limited.end())}}));
    for (const auto row : rows)
      look(row);
    return {};
  }

  void look(const store::Row &row) {
    const auto &plan = m_then.planVersion(row.get<PlanVersionId>(1)).plan;
    const auto &metric = m_then.business.metrics.at(row.get<QString>(2));
    const auto found = plan.limits.find(metric.id);
    if (found == plan.limits.end() || found->second < 0)
      return;
    const auto limit = checkedAdd(found->second, row.get<std::int64_t>(6)); // with add-ons
    Rational used(row.get<std::int64_t>(metric.aggregation == business::Aggregation::Max ? 5 : 4));
    for (int i = 0; i < metric.decimals; ++i)
      used /= 10;
    const auto limitNow = row.get<std::optional<std::int64_t>>(3).value_or(business::unlimited);
    if (used <= limit || (limitNow >= 0 && used > limitNow))
      return;
    ++m_report.passing;
    m_report.passed.push_back({row.get<OrganizationId>(0),
                               {},
                               plan.id,
                               metric.id,
                               used,
                               limitNow,
                               limit,
                               metric.limit == business::LimitKind::Hard});
  }

  // ---- the report

  void settle() {
    m_discounts.take([this](const OrganizationId &organization, const RatedLine &line,
                            std::int64_t now, std::int64_t then) {
      auto &[sumNow, sumThen] = m_customers[organization][{line.planId, line.currency}];
      sumNow.discounts = checkedAdd(sumNow.discounts, now);
      sumThen.discounts = checkedAdd(sumThen.discounts, then);
    });
    for (const auto &[organization, plans] : m_customers) {
      std::map<Currency, WhatIfCustomer> sums;
      for (const auto &[key, amounts] : plans) {
        const auto &[now, then] = amounts;
        auto &[planNow, planThen] = m_plans[key];
        add(now, planNow);
        add(then, planThen);
        auto &sum = sums[key.second];
        sum.now = checkedAdd(sum.now, now.total());
        sum.then = checkedAdd(sum.then, then.total());
      }
      for (auto &[currency, sum] : sums) {
        auto &count = sum.then > sum.now   ? m_report.payMore
                      : sum.then < sum.now ? m_report.payLess
                                           : m_report.paySame;
        ++count;
        sum.organization = organization;
        sum.currency = currency;
        if (sum.then != sum.now)
          m_report.customers.push_back(std::move(sum));
      }
    }
    m_customers.clear();
  }

  void cut(int most) {
    const auto bySize = [](const WhatIfCustomer &a, const WhatIfCustomer &b) {
      const auto x = std::abs(a.difference()), y = std::abs(b.difference());
      return x != y ? x > y : a.organization < b.organization;
    };
    std::sort(m_report.customers.begin(), m_report.customers.end(), bySize);
    std::stable_sort(m_report.passed.begin(), m_report.passed.end(),
                     [](const LimitPassed &a, const LimitPassed &b) {
                       return std::tie(a.organization, a.metric) <
                              std::tie(b.organization, b.metric);
                     });
    const auto count = static_cast<std::size_t>(most);
    if (m_report.customers.size() > count)
      m_report.customers.resize(count);
    if (m_report.passed.size() > count)
      m_report.passed.resize(count);
  }

  Result<> nameThem() {
    std::set<OrganizationId> ids;
    for (const auto &customer : m_report.customers)
      ids.insert(customer.organization);
    for (const auto &passed : m_report.passed)
      ids.insert(passed.organization);
    TENANTRY_TRY(rows,
                 m_session.database.query(
                     "what_if_names",
                     {{"organizations", std::vector<OrganizationId>(ids.begin(), ids.end())}}));
    std::map<OrganizationId, QString> names;
    for (const auto row : rows)
      names[row.get<OrganizationId>(0)] = row.get<QString>(1);
    for (auto &customer : m_report.customers)
      customer.name = names[customer.organization];
    for (auto &passed : m_report.passed)
      passed.name = names[passed.organization];
    return {};
  }

  store::Session &m_session;
  const business::Applied &m_before;
  business::Applied m_then; ///< every version of a plan that changes is the new one
  std::map<QString, business::Plan> m_changed;   ///< by id
  std::vector<PlanVersionId> m_versions;         ///< of those plans
  std::map<OrganizationId, Amounts> m_customers; ///< of the range at hand
  WhatIfDiscounts m_discounts;                   ///< likewise
  Amounts m_plans;
  WhatIf m_report;
};

} // namespace

Result<WhatIf> whatIf(store::Session &session, const business::Applied &before,
                      const business::Business &after, int months, int most,
                      const std::function<bool(std::int64_t)> &goOn) {
  if (months < 1 || months > mostMonths)
    return fail(
        u"what_if.months_invalid"_s,
        u"Between one and %1 months can be rated again, not %2."_s.arg(mostMonths).arg(months));
  return Comparison(session, before, after, months).compare(most, goOn);
}

} // namespace tenantry::billing
