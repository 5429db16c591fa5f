// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/json_fields.h"
#include "services/business/exact_text.h"

#include <limits>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace tenantry::business::stored {
namespace {

template <typename T> T unwrap(Result<T> result) {
  if (!result)
    throw std::invalid_argument(result.error().toString().toStdString());
  return std::move(*result);
}

boost::multiprecision::cpp_int wholeNumber(const QString &text) {
  const Rational value = unwrap(parseDecimal(text));
  if (denominator(value) != 1)
    throw std::invalid_argument("a fraction of fractions");
  return numerator(value);
}

} // namespace

Json of(const QString &text) { return text.toStdString(); }

Json of(const Rational &value) { return of(exactText(value)); }

Json of(const Money &money) {
  return {{"minor", money.minor()}, {"currency", of(money.currency().code())}};
}

Json of(LocalDay day) { return of(toIso(day)); }

Json of(const Text &text) {
  Json json = Json::object();
  for (const auto &[language, words] : text.byLanguage)
    json[language.toStdString()] = of(words);
  return json;
}

Json of(const std::vector<QString> &texts) {
  Json json = Json::array();
  for (const QString &text : texts)
    json.push_back(of(text));
  return json;
}

void get(const Json &json, QString &value) {
  value = QString::fromStdString(json.get_ref<const std::string &>());
}

void get(const Json &json, Rational &value) {
  QString text;
  get(json, text);
  const qsizetype slash = text.indexOf(u'/');
  if (slash < 0) {
    value = unwrap(parseDecimal(text));
    return;
  }
  const auto below = wholeNumber(text.mid(slash + 1));
  if (below <= 0)
    throw std::invalid_argument("a fraction without a positive denominator");
  value = Rational(wholeNumber(text.left(slash)), below);
}

void get(const Json &json, Currency &value) {
  QString code;
  get(json, code);
  value = unwrap(Currency::parse(code));
}

void get(const Json &json, Money &value) {
  std::int64_t minor = 0;
  Currency currency;
  get(json.at("minor"), minor);
  get(json.at("currency"), currency);
  value = Money(minor, currency);
}

void get(const Json &json, LocalDay &value) {
  QString text;
  get(json, text);
  value = unwrap(parseDay(text));
}

void get(const Json &json, Text &value) {
  for (const auto &[language, words] : json.get_ref<const Json::object_t &>())
    get(words, value.byLanguage[QString::fromStdString(language)]);
}

void get(const Json &json, std::int64_t &value) {
  if (!json.is_number_integer())
    throw std::invalid_argument("not a whole number: " + json.dump());
  value = json.get<std::int64_t>();
}

void get(const Json &json, int &value) {
  std::int64_t wide = 0;
  get(json, wide);
  if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
    throw std::invalid_argument("too large a number: " + json.dump());
  value = static_cast<int>(wide);
}

void get(const Json &json, bool &value) { value = json.get<bool>(); }

} // namespace tenantry::business::stored
