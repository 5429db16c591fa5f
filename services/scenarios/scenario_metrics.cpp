// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario_metrics.h"

#include "services/subscriptions/mrr.h"
#include "services/subscriptions/retention.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

using subscriptions::AccountMrr;

/// What an expectation asks: a figure of one currency between two days.
struct Question {
  QString name;
  QString currency;
  LocalDay from{};
  LocalDay to{};
};

Result<LocalDay> dayOf(const Json &given, const char *key, LocalDay otherwise) {
  return given.contains(key) ? parseDay(textOf(given, key)) : Result<LocalDay>(otherwise);
}

Result<Question> questionOf(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(applied, world.business().current(world.session()));
  const auto today = applied->zone().dayOf(world.session().clock.now());
  TENANTRY_TRY(from, dayOf(given, "from", LocalDay{}));
  TENANTRY_TRY(to, dayOf(given, "to", today + std::chrono::days(1)));
  const auto currency = given.contains("currency") ? textOf(given, "currency")
                                                   : applied->business.defaultCurrency.code();
  return Question{textOf(given, "name"), currency, from, to};
}

Result<std::int64_t> movements(ScenarioWorld &world, const Question &question,
                               const std::vector<QString> &kinds) {
  TENANTRY_TRY(sum, world.session().database.one<std::int64_t>("scenario_movements",
                                                               {{"currency", question.currency},
                                                                {"kinds", kinds},
                                                                {"from", question.from},
                                                                {"to", question.to}}));
  return std::abs(std::get<0>(sum.value()));
}

Result<std::vector<AccountMrr>> accounts(ScenarioWorld &world, const Question &question) {
  TENANTRY_TRY(rows,
               world.session().database.query("scenario_accounts", {{"currency", question.currency},
                                                                    {"from", question.from},
                                                                    {"to", question.to}}));
  std::vector<AccountMrr> found;
  for (const auto row : rows)
    found.push_back({row.get<std::int64_t>(0), row.get<std::int64_t>(1)});
  return found;
}

/// Four places, or "none" where it is not defined.
Json ratio(const std::optional<Rational> &value) {
  if (!value)
    return "none";
  const auto digits =
      QString::number(roundHalfAwayFromZero(*value * 10000)).rightJustified(5, u'0');
  return digits.chopped(4) + u'.' + digits.right(4);
}

using Figure = Result<Json> (*)(ScenarioWorld &, const Question &);

template <int Months> Result<Json> mrrAtTheEnd(ScenarioWorld &world, const Question &question) {
  TENANTRY_TRY(all, accounts(world, question));
  std::int64_t twelfths = 0;
  for (const auto &account : all)
    twelfths = checkedAdd(twelfths, account.after);
  return subscriptions::mrrMinor(checkedMultiply(twelfths, Months));
}

template <std::optional<Rational> subscriptions::Retention::*Part>
Result<Json> retention(ScenarioWorld &world, const Question &question) {
  TENANTRY_TRY(all, accounts(world, question));
  return ratio(subscriptions::retentionOf(all).*Part);
}

Result<Json> arpa(ScenarioWorld &world, const Question &question) {
  TENANTRY_TRY(all, accounts(world, question));
  const auto twelfths = subscriptions::perAccount(all);
  return twelfths ? Json(roundHalfAwayFromZero(*twelfths / 12)) : Json("none");
}

Result<Json> quickRatio(ScenarioWorld &world, const Question &question) {
  TENANTRY_TRY(gained, movements(world, question, {u"new"_s, u"expansion"_s, u"reactivation"_s}));
  TENANTRY_TRY(lost, movements(world, question, {u"contraction"_s, u"churn"_s}));
  return ratio(subscriptions::quickRatio(gained, lost));
}

Result<Json> moved(ScenarioWorld &world, const Question &question, const QString &kind) {
  TENANTRY_TRY(sum, movements(world, question, {kind}));
  return subscriptions::mrrMinor(sum);
}

const std::map<QString, Figure> &figures() {
  using subscriptions::Retention;
  static const std::map<QString, Figure> table{
      {u"mrr"_s, mrrAtTheEnd<1>},
      {u"arr"_s, mrrAtTheEnd<12>},
      {u"nrr"_s, retention<&Retention::net>},
      {u"grr"_s, retention<&Retention::gross>},
      {u"logo_churn"_s, retention<&Retention::logoChurn>},
      {u"revenue_churn"_s, retention<&Retention::revenueChurn>},
      {u"arpa"_s, arpa},
      {u"quick_ratio"_s, quickRatio},
      {u"new_mrr"_s,
       [](ScenarioWorld &world, const Question &asked) { return moved(world, asked, u"new"_s); }},
      {u"expansion_mrr"_s,
       [](ScenarioWorld &world, const Question &asked) {
         return moved(world, asked, u"expansion"_s);
       }},
      {u"contraction_mrr"_s,
       [](ScenarioWorld &world, const Question &asked) {
         return moved(world, asked, u"contraction"_s);
       }},
      {u"churned_mrr"_s,
       [](ScenarioWorld &world, const Question &asked) { return moved(world, asked, u"churn"_s); }},
      {u"reactivation_mrr"_s,
       [](ScenarioWorld &world, const Question &asked) {
         return moved(world, asked, u"reactivation"_s);
       }},
  };
  return table;
}

} // namespace

Result<Json> observeMetric(ScenarioWorld &world, const Json &given) {
  TENANTRY_TRY(question, questionOf(world, given));
  TENANTRY_TRY(value, figures().at(question.name)(world, question));
  return Json{{"value", value}};
}

} // namespace tenantry::scenarios
