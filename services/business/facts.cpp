// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/facts.h"
#include "services/business/exact_text.h"
#include "services/business/keys.h"
#include "services/business/words.h"
#include "services/core/clock.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

template <typename E> QString word(E value) {
  return QString::fromStdString(std::string(toWord(value)));
}

QString list(const std::vector<QString> &texts) {
  return QStringList(texts.begin(), texts.end()).join(u", "_s);
}

QString yesNo(bool value) { return value ? u"yes"_s : u"no"_s; }

QString minorUnits(std::int64_t amount, Currency currency) {
  return Money(amount, currency).toString();
}

QString describe(const Tier &tier, Currency currency) {
  QString text = tier.upTo ? u"up to %1: "_s.arg(*tier.upTo) : u"beyond: "_s;
  text += exactText(tier.unit);
  if (tier.flat != 0)
    text += u" + %1 flat"_s.arg(minorUnits(tier.flat, currency));
  return text;
}

/// "per_unit 0.2; included: limit" — unit prices in minor units, as in the files.
QString describe(const Charge &charge) {
  QStringList parts;
  if (charge.model == ChargeModel::Package)
    parts += u"package of %1 at %2"_s.arg(charge.packageSize).arg(exactText(charge.unit));
  else if (charge.tiers.empty())
    parts += u"%1 %2"_s.arg(word(charge.model), exactText(charge.unit));
  else
    parts += word(charge.model);
  for (const Tier &tier : charge.tiers)
    parts += describe(tier, charge.currency);
  if (charge.includedIsLimit)
    parts += u"included: limit"_s;
  else if (charge.included != 0)
    parts += u"included: %1"_s.arg(charge.included);
  if (charge.minimum != 0)
    parts += u"minimum: %1"_s.arg(minorUnits(charge.minimum, charge.currency));
  return parts.join(u"; "_s);
}

class Collector {
public:
  Facts collect(const Business &business) {
    section("business", [&] { addBusiness(business); });
    section("metrics", [&] { addEach(business.metrics); });
    section("plans", [&] { addEach(business.plans); });
    section("addons", [&] { addEach(business.addons); });
    section("coupons", [&] { addEach(business.coupons); });
    section("tax", [&] { addTax(business.taxRates); });
    section("dunning", [&] { addDunning(business.dunning); });
    section("roles", [&] { addEach(business.roles); });
    section("onboarding", [&] { addOnboarding(business.onboarding); });
    section("mail", [&] { addEach(business.mails); });
    return std::move(m_facts);
  }

private:
  template <typename F> void section(std::string_view name, F fill) {
    const auto place = std::find(keys::sections.begin(), keys::sections.end(), name);
    m_section = static_cast<int>(place - keys::sections.begin());
    m_prefix = QString::fromStdString(std::string(name));
    fill();
  }

  void add(const QString &name, const QString &text) {
    m_facts[{m_section, m_prefix + u'.' + name}] = text;
  }
  void addIf(bool there, const QString &name, const QString &text) {
    if (there)
      add(name, text);
  }
  /// Equal names (two charges of one metric) are told apart by their number.
  void addNumbered(const QString &name, const QString &text) {
    QString unique = name;
    for (int i = 2; m_facts.contains({m_section, m_prefix + u'.' + unique}); ++i)
      unique = u"%1 #%2"_s.arg(name).arg(i);
    add(unique, text);
  }
  void addText(const QString &name, const Text &text) {
    for (const auto &[language, words] : text.byLanguage)
      add(language.isEmpty() ? name : name + u'.' + language, words);
  }

  template <typename T> void addEach(const std::map<QString, T> &all) {
    const QString outer = m_prefix;
    for (const auto &[id, item] : all) {
      m_facts[{m_section, outer + u'.' + id}] = id;
      m_prefix = outer + u'.' + id;
      addFacts(item);
    }
    m_prefix = outer;
  }

  void addBusiness(const Business &business) {
    addText(u"name"_s, business.name);
    add(u"issuer.legal_name"_s, business.issuer.legalName);
    add(u"issuer.country"_s, business.issuer.country);
    add(u"issuer.vat_id"_s, business.issuer.vatId);
    add(u"issuer.address"_s, business.issuer.address);
    add(u"invoice.number"_s, business.invoice.numberFormat);
    add(u"invoice.credit_note"_s, business.invoice.creditNoteFormat);
    add(u"invoice.due_days"_s, QString::number(business.invoice.dueDays));
    add(u"invoice.proration"_s, word(business.invoice.proration));
    for (const auto &[currency, above] : business.invoice.approvalAbove)
      add(u"invoice.approval_above."_s + currency.code(), QString::number(above));
    add(u"finalize"_s, word(business.finalize));
    add(u"usage_grace_hours"_s, QString::number(business.usageGraceHours));
    add(u"default_currency"_s, business.defaultCurrency.code());
    add(u"time_zone"_s, business.timeZone);
    add(u"usage_accept_days"_s, QString::number(business.usageAcceptDays));
    add(u"margin"_s, exactText(business.margin));
  }

  void addFacts(const Metric &metric) {
    addText(u"name"_s, metric.name);
    add(u"aggregation"_s, word(metric.aggregation));
    add(u"limit"_s, word(metric.limit));
    addIf(!metric.of.isEmpty(), u"of"_s, metric.of);
    add(u"decimals"_s, QString::number(metric.decimals));
  }

  void addFacts(const Plan &plan) {
    addText(u"name"_s, plan.name);
    add(u"trial_days"_s, QString::number(plan.trialDays));
    add(u"features"_s, list(plan.features));
    for (const auto &[metric, limit] : plan.limits)
      add(u"limits."_s + metric, limit == unlimited ? u"unlimited"_s : QString::number(limit));
    for (const Price &price : plan.prices)
      addNumbered(u"price %1 %2%3"_s.arg(price.amount.currency().code(), word(price.interval),
                                         price.per == PricePer::Seat ? u" per seat"_s : QString()),
                  price.amount.toString());
    for (const Charge &charge : plan.charges)
      addNumbered(u"charge %1 %2"_s.arg(charge.metric, charge.currency.code()), describe(charge));
  }

  void addFacts(const Addon &addon) {
    addText(u"name"_s, addon.name);
    add(u"features"_s, list(addon.features));
    for (const auto &[metric, more] : addon.limits)
      add(u"limits."_s + metric, u"+%1"_s.arg(more));
    for (const Price &price : addon.prices)
      addNumbered(u"price %1 %2"_s.arg(price.amount.currency().code(), word(price.interval)),
                  price.amount.toString());
    add(u"most"_s, QString::number(addon.most));
  }

  void addFacts(const Coupon &coupon) {
    if (coupon.percent)
      add(u"percent"_s, exactText(*coupon.percent) + u" %"_s);
    if (coupon.amount)
      add(u"amount"_s, coupon.amount->toString());
    add(u"cycles"_s, coupon.cycles ? QString::number(*coupon.cycles) : u"for ever"_s);
    if (coupon.validFrom)
      add(u"valid.from"_s, toIso(*coupon.validFrom));
    if (coupon.validTo)
      add(u"valid.to"_s, toIso(*coupon.validTo));
    if (coupon.redemptions)
      add(u"redemptions"_s, QString::number(*coupon.redemptions));
    addIf(!coupon.active, u"active"_s, yesNo(false));
  }

  void addTax(const std::vector<TaxRate> &rates) {
    for (const TaxRate &rate : rates) {
      const QString where =
          rate.region.isEmpty() ? rate.country : rate.country + u'-' + rate.region;
      addNumbered(u"rate %1"_s.arg(where),
                  u"%1 %%2%3"_s.arg(
                      exactText(rate.percent), rate.inclusive ? u", inclusive"_s : QString(),
                      rate.reverseChargeWithVatId ? u", reverse charge with VAT id"_s : QString()));
    }
  }

  void addDunning(const Dunning &dunning) {
    QStringList days;
    for (const int day : dunning.retryAfterDays)
      days += QString::number(day);
    add(u"retry_after_days"_s, days.join(u", "_s));
    add(u"suspend_after_days"_s, QString::number(dunning.suspendAfterDays));
    add(u"final"_s, word(dunning.final));
    add(u"final_invoice"_s, word(dunning.finalInvoice));
    add(u"final_after_days"_s, QString::number(dunning.finalAfterDays));
    add(u"hard"_s, list(dunning.hard));
    add(u"most_tries_in_30_days"_s, QString::number(dunning.mostTriesIn30Days));
  }

  void addFacts(const Role &role) { add(u"permissions"_s, list(role.permissions)); }

  void addFacts(const MailTemplate &mail) {
    for (const auto &[language, words] : mail.byLanguage) {
      add(language + u".subject"_s, words.subject);
      add(language + u".text"_s, QString(words.text).replace(u'\n', u'⏎'));
    }
  }

  void addOnboarding(const Onboarding &onboarding) {
    add(u"steps"_s, list(onboarding.steps));
    add(u"trial_plan"_s, onboarding.trialPlan.isEmpty() ? u"none"_s : onboarding.trialPlan);
    QStringList mails;
    for (const CheckInMail &mail : onboarding.checkIns)
      mails += u"%1 after %2 h"_s.arg(mail.mailTemplate).arg(mail.afterHours);
    add(u"check_in"_s, mails.join(u", "_s));
  }

  Facts m_facts;
  int m_section = 0;
  QString m_prefix;
};

} // namespace

Facts factsOf(const Business &business) { return Collector().collect(business); }

} // namespace tenantry::business
