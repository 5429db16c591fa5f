// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/console/console_benches.h"
#include "benchmarks/console/frames.h"
#include "models/palette/palette_model.h"

#include <QCryptographicHash>

namespace tenantry::benchmarks {

namespace {

using Kind = models::PaletteEntry::Kind;

constexpr int leastTyped = 3, mostTyped = 15, lettersAtOnce = 2;
constexpr double firstHits = 150; ///< milliseconds (check 6)

/// What is typed to find one of a kind; of no kind: what nothing is called.
struct Way {
  const char *name;
  std::optional<Kind> kind;
  QString (*typed)(const Searched &one);
};

// Names of organizations are “Firm ” and 32 hexadecimal digits.
constexpr std::array ways{
    Way{"organization", Kind::Organization, [](const auto &one) { return one.organization; }},
    Way{"organization_within", Kind::Organization,
        [](const auto &one) { return one.organization.section(u' ', 1); }},
    Way{"member", Kind::Member, [](const auto &one) { return one.member; }},
    Way{"member_by_address", Kind::Member, [](const auto &one) { return one.address; }},
    Way{"invoice", Kind::Invoice, [](const auto &one) { return one.invoice; }},
    Way{"invoice_by_digits", Kind::Invoice,
        [](const auto &one) { return one.invoice.section(u'-', -1); }},
    Way{"nothing", {}, [](const auto &one) {
          return QString::fromLatin1(
              QCryptographicHash::hash(one.organization.toUtf8(), QCryptographicHash::Md5).toHex());
        }}};

Failure noAnswer(const QString &typed) {
  return fail(QStringLiteral("benchmark.incomplete"),
              QStringLiteral("The palette did not find “%1”.").arg(typed));
}

/// Milliseconds to the first hits.
Result<double> search(models::PaletteModel &model, const QString &typed) {
  model.setQuery(typed);
  const auto took = until([&] { return model.hitCount() > 0 || !model.isSearching(); });
  if (!took || model.error())
    return noAnswer(typed);
  return *took;
}

bool has(const models::PaletteModel &model, std::optional<Kind> kind) {
  for (int row = 0; row < model.rowCount(); ++row) {
    const auto hit = model.data(model.index(row), models::PaletteHitRole);
    if (hit.isValid() && hit.value<models::PaletteHit>().entry.kind == kind)
      return true;
  }
  return false;
}

/// As it is typed, and as it is pasted: then it must be what is found.
Result<std::vector<double>> measured(models::PaletteModel &model, const Way &way,
                                     const std::vector<Searched> &all) {
  std::vector<double> milliseconds;
  for (const auto &one : all) {
    const QString whole = way.typed(one);
    for (int typed = leastTyped; typed <= std::min(mostTyped, int(whole.size()) - 1);
         typed += lettersAtOnce) {
      TENANTRY_TRY(took, search(model, whole.left(typed)));
      milliseconds.push_back(took);
      model.reset();
    }
    TENANTRY_TRY(took, search(model, whole));
    milliseconds.push_back(took);
    if (way.kind ? !has(model, way.kind) : model.hitCount() > 0)
      return noAnswer(whole);
    model.reset();
  }
  return milliseconds;
}

} // namespace

Result<nlohmann::json> paletteSearch(ConsoleBook &book) {
  models::PaletteModel model(book.connection());
  nlohmann::json answer{{"name", "palette"}, {"limit_ms", firstHits}};
  double slowest = -1;
  for (const auto &way : ways) {
    TENANTRY_TRY(milliseconds, measured(model, way, book.searched()));
    answer[way.name] = spreadOf(milliseconds);
    const auto time = answer[way.name]["p99_ms"].get<double>();
    if (time > slowest)
      answer["slowest"] = way.name;
    slowest = std::max(slowest, time);
  }
  answer["p99_ms"] = slowest;
  answer["passes"] = slowest < firstHits;
  return answer;
}

} // namespace tenantry::benchmarks
