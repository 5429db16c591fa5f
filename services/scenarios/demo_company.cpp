// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/demo_company.h"

#include <QRegularExpression>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

QString slugOf(const QString &name) {
  static const QRegularExpression other(u"[^a-z0-9]+"_s);
  return name.toLower().replace(other, u"-"_s);
}

class Inventor {
public:
  Inventor(const DemoSize &size, const business::Applied &applied, Instant from, Instant to)
      : m_dice(size.seed), m_words(DemoWords::compiledIn()), m_applied(applied), m_from(from),
        m_to(to) {
    for (const auto &[id, version] : applied.current)
      m_plans.push_back(&applied.planVersion(version).plan);
    std::stable_sort(m_plans.begin(), m_plans.end(),
                     [](const auto *a, const auto *b) { return feeOf(*a) < feeOf(*b); });
  }

  DemoCompany next() {
    DemoCompany company;
    const auto &place = m_words.placeBy(m_dice);
    company.organization = organizationAt(place);
    company.joins = joiningTime();
    choosePlan(company);
    choosePayment(company);
    chooseFuture(company);
    company.organization.createdAt = company.joins;
    return company;
  }

private:
  static std::int64_t feeOf(const business::Plan &plan) {
    return plan.prices.empty() ? 0 : plan.prices.front().amount.minor();
  }

  QString newName(const DemoPlace &place) {
    for (int attempt = 0;; ++attempt) {
      auto name = u"%1 %2"_s.arg(m_dice.pick(m_words.first), m_dice.pick(m_words.second));
      if (attempt > 5)
        name += u' ' + place.city;
      if (attempt > 10)
        name += u" %1"_s.arg(m_names.size());
      if (m_names.insert(name).second)
        return name;
    }
  }

  organizations::Organization organizationAt(const DemoPlace &place) {
    organizations::Organization made;
    const auto name = newName(place);
    made.name = u"%1 %2"_s.arg(name, m_dice.pick(place.legalForms));
    made.url = u"https://%1.example"_s.arg(slugOf(name));
    made.email = u"billing@%1.example"_s.arg(slugOf(name));
    made.industry = m_dice.pick(m_words.industries);
    made.numberOfEmployees = static_cast<int>(m_dice.between(5, 40) * m_dice.between(1, 30));
    made.streetAddress =
        u"%1 %2 Street"_s.arg(m_dice.between(1, 240)).arg(m_dice.pick(m_words.first));
    made.addressLocality = place.city;
    made.addressRegion = place.region;
    made.postalCode = place.postalCode;
    made.addressCountry = place.country;
    made.zone = place.zone;
    made.currency = place.currency;
    made.language = place.language;
    made.customerNumber = u"D-%1"_s.arg(m_names.size(), 5, 10, QLatin1Char('0'));
    return made;
  }

  // A third was there when the book begins, the others come as time goes on.
  Instant joiningTime() {
    const auto all = std::chrono::floor<days>(m_to - m_from).count();
    const auto day =
        m_dice.percent(35) ? m_dice.below(std::min<std::int64_t>(all, 5)) : m_dice.below(all);
    return m_from + days(day) + hours(7) + minutes(m_dice.below(11 * 60));
  }

  [[nodiscard]] bool isSold(const business::Plan &plan, Currency currency,
                            Interval interval) const {
    return std::any_of(plan.prices.begin(), plan.prices.end(), [&](const business::Price &price) {
      return price.amount.currency() == currency && price.interval == interval;
    });
  }

  // Of the plans on sale, by price: each half as often as the one before, the cheapest most often.
  void choosePlan(DemoCompany &company) {
    std::size_t position = 0;
    while (position + 1 < m_plans.size() && m_dice.percent(45))
      ++position;
    const auto &plan = *m_plans[position];
    company.planId = plan.id;
    auto &currency = company.organization.currency;
    if (!isSold(plan, currency, Interval::Month) && !isSold(plan, currency, Interval::Year))
      currency = plan.prices.empty() ? m_applied.business.defaultCurrency
                                     : plan.prices.front().amount.currency();
    const bool yearly = isSold(plan, currency, Interval::Year) && m_dice.percent(15);
    company.interval =
        yearly || !isSold(plan, currency, Interval::Month) ? Interval::Year : Interval::Month;
    const bool bySeat =
        std::any_of(plan.prices.begin(), plan.prices.end(), [](const business::Price &price) {
          return price.per == business::PricePer::Seat;
        });
    company.seats = bySeat ? static_cast<int>(m_dice.between(2, 40)) : 1;
    if (plan.trialDays > 0 && m_dice.percent(50))
      company.trialDays = plan.trialDays;
  }

  void choosePayment(DemoCompany &company) {
    const auto roll = m_dice.below(100);
    if (roll < 78)
      company.method = u"succeeds"_s;
    else if (roll < 81)
      company.method = u"declines:insufficient_funds"_s;
    else if (roll < 82)
      company.method = u"declines:expired_card"_s;
    else if (roll < 83)
      company.method = u"needs_action"_s;
    else if (roll < 86)
      company.method = u"times_out"_s;
    const bool fails =
        company.method.startsWith(u"declines"_s) || company.method == u"needs_action"_s;
    if (fails && m_dice.percent(70))
      company.mends = company.joins + days(m_dice.between(5, 25));
    if (company.method == u"succeeds"_s && m_dice.percent(25)) {
      company.breaks = company.joins + days(m_dice.between(20, 240));
      company.breaksInto = u"declines:insufficient_funds"_s;
      if (m_dice.percent(60))
        company.mends = *company.breaks + days(m_dice.between(5, 45));
    }
  }

  void chooseFuture(DemoCompany &company) {
    company.usagePermille =
        m_dice.percent(12) ? m_dice.between(900, 1300) : m_dice.between(100, 800);
    company.growthPermille = m_dice.between(-60, 140);
    if (m_dice.percent(18))
      company.leaves = company.joins + days(m_dice.between(25, 240));
    company.hesitates = m_dice.percent(5);
  }

  Dice m_dice;
  DemoWords m_words;
  const business::Applied &m_applied;
  Instant m_from;
  Instant m_to;
  std::vector<const business::Plan *> m_plans;
  std::set<QString> m_names;
};

// So that there is something to collect on the day the book is looked at: of the cards that are
// good one in three fails in the month before, each in another way.
void breakSomeLately(std::vector<DemoCompany> &companies, Instant to) {
  constexpr std::size_t oneIn = 3;
  const std::array ways{u"declines:insufficient_funds"_s, u"declines:expired_card"_s,
                        u"declines:generic_decline"_s, u"needs_action"_s};
  std::size_t good = 0;
  for (auto &company : companies) {
    if (company.method != u"succeeds"_s || company.breaks || company.leaves || company.hesitates ||
        company.interval != Interval::Month || company.joins > to - days(60))
      continue;
    if (good % oneIn == 0) {
      company.breaks = to - days(31);
      company.breaksInto = ways.at(good / oneIn % ways.size());
    }
    ++good;
  }
}

} // namespace

bool DemoCompany::isCustomerAt(Instant instant) const {
  if (hesitates || instant < joins || (leaves && instant >= *leaves))
    return false;
  // A trial without a payment method does not convert.
  return !trialDays || !method.isEmpty() || instant < joins + days(*trialDays);
}

std::vector<DemoCompany> inventCompanies(const DemoSize &size, const business::Applied &applied,
                                         Instant from, Instant to) {
  Inventor inventor(size, applied, from, to);
  std::vector<DemoCompany> companies;
  companies.reserve(static_cast<std::size_t>(size.organizations));
  for (int number = 0; number < size.organizations; ++number)
    companies.push_back(inventor.next());
  std::stable_sort(companies.begin(), companies.end(),
                   [](const DemoCompany &a, const DemoCompany &b) { return a.joins < b.joins; });
  breakSomeLately(companies, to);
  return companies;
}

} // namespace tenantry::scenarios
