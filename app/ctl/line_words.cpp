// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/line_words.h"

#include "services/catalog/rating.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using catalog::PartKind;

QString memberOf(const nlohmann::json &detail, const char *key) {
  const auto value = detail.find(key);
  if (value == detail.end())
    return {};
  return QString::fromStdString(value->is_string() ? value->get<std::string>() : value->dump());
}

/// Of minor units with decimal places, as amounts in whole units: prices may be finer than a cent.
QString priceOf(const nlohmann::json &part, const char *key, Currency currency) {
  const auto minor = parseDecimal(memberOf(part, key));
  constexpr int finest = 15;
  const Money one = *Money::parseMajor(u"1", currency);
  return minor ? u"%1 %2"_s.arg(currency.code(), formatDecimal(*minor / one.minor(), finest))
               : memberOf(part, key);
}

QString stepOf(const nlohmann::json &part, Currency currency) {
  const auto from = memberOf(part, "from"), to = memberOf(part, "to");
  const auto unit = priceOf(part, "unit", currency), amount = priceOf(part, "amount", currency);
  const auto flat = part.value("flat", std::int64_t(0));
  const auto fixed =
      flat == 0 ? QString() : u" and %1 for all of them"_s.arg(Money(flat, currency).toString());
  switch (PartKind(part.value("kind", int(PartKind::Units)))) {
  case PartKind::Included:
    return u"%1 to %2 are included"_s.arg(from, to);
  case PartKind::Units:
    return u"%1 to %2 at %3 each%4: %5"_s.arg(from, to, unit, fixed, amount);
  case PartKind::Tier:
    return u"tier %1 to %2 at %3 each%4: %5"_s.arg(from, to, unit, fixed, amount);
  case PartKind::Packages:
    return u"packages for %1 to %2 at %3 each%4: %5"_s.arg(from, to, unit, fixed, amount);
  case PartKind::Percentage:
    return u"%1 percent of %2 to %3%4: %5"_s.arg(memberOf(part, "unit"), from, to, fixed, amount);
  case PartKind::Minimum:
    return u"up to the minimum: %1"_s.arg(amount);
  }
  return {};
}

/// Of the plan, or of an add-on.
QString soldAs(const nlohmann::json &detail) {
  auto words = detail.contains("addon") ? u"add-on %1"_s.arg(memberOf(detail, "addon"))
                                        : u"plan %1"_s.arg(memberOf(detail, "plan"));
  if (detail.contains("plan_version"))
    words += u", version %1"_s.arg(memberOf(detail, "plan_version"));
  if (detail.contains("interval"))
    words += u", by the %1"_s.arg(memberOf(detail, "interval"));
  return words;
}

/// Those that `words` say; the others are named as they are.
class Said {
public:
  explicit Said(const nlohmann::json &detail) : m_detail(detail) {}
  [[nodiscard]] bool has(const char *key) {
    m_keys.insert(key);
    return m_detail.contains(key);
  }
  void add(QString words) { m_words.append(std::move(words)); }
  [[nodiscard]] QStringList take() && {
    for (const auto &[key, value] : m_detail.items())
      if (!m_keys.contains(key))
        m_words.append(
            u"%1: %2"_s.arg(QString::fromStdString(key), memberOf(m_detail, key.c_str())));
    return std::move(m_words);
  }

private:
  const nlohmann::json &m_detail;
  std::set<std::string> m_keys;
  QStringList m_words;
};

} // namespace

QStringList detailWords(const billing::StoredLine &line, Currency currency) {
  const auto &detail = line.detail;
  if (!detail.is_object())
    return {QString::fromStdString(detail.dump())};
  Said said(detail);
  // All are asked for, so that what belongs together is not told twice.
  const bool hasVersion = said.has("plan_version"), hasInterval = said.has("interval"),
             isAddon = said.has("addon");
  if (said.has("plan") || hasVersion || hasInterval || isAddon)
    said.add(soldAs(detail));
  const bool hasDays = said.has("days");
  if (said.has("days_of_period") && hasDays)
    said.add(u"%1 of the %2 days of the period"_s.arg(memberOf(detail, "days"),
                                                      memberOf(detail, "days_of_period")));
  const bool hasFrom = said.has("from"), hasTo = said.has("to"), hasEnd = said.has("period_to");
  if (said.has("period_from") && hasFrom && hasTo && hasEnd)
    said.add(u"from %1 to %2, of the period from %3 to %4"_s.arg(
        memberOf(detail, "from"), memberOf(detail, "to"), memberOf(detail, "period_from"),
        memberOf(detail, "period_to")));
  if (said.has("late") && detail["late"] == true)
    said.add(u"came after its days were billed: the difference"_s);
  if (said.has("rated"))
    said.add(u"rated: %1"_s.arg(priceOf(detail, "rated", currency)));
  if (said.has("parts"))
    for (const auto &part : detail["parts"])
      said.add(stepOf(part, currency));
  if (said.has("coupons"))
    for (const auto &share : detail["coupons"])
      said.add(
          u"coupon %1: %2"_s.arg(memberOf(share, "coupon"), priceOf(share, "amount", currency)));
  return std::move(said).take();
}

} // namespace tenantry::ctl
