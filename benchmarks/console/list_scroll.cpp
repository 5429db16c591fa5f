// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/console/console_benches.h"
#include "benchmarks/console/frames.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/table_view.h"

#include <QScrollBar>
#include <algorithm>
#include <cmath>

namespace tenantry::benchmarks {

namespace {
constexpr int wheelStep = 24; ///< pixels
constexpr int wheelFrames = 1800, screenFrames = 600, endFrames = 2400;
constexpr int memoryLooks = 400;  ///< frames
constexpr double frameLimit = 16; ///< milliseconds (check 15)
constexpr double flatness = 1.1;
} // namespace

Result<nlohmann::json> listScroll(ConsoleBook &book) {
  ui::MainWindow window;
  auto *pane = new ui::OrganizationsPane(book.connection(), book.work());
  window.addPane(pane);
  window.resize(1440, 900);
  window.open({});
  window.show();
  if (!until([&] { return pane->isSettled() && pane->table()->model()->rowCount() > 0; }))
    return fail(QStringLiteral("benchmark.incomplete"), QStringLiteral("The list did not come."));
  auto *bar = pane->table()->verticalScrollBar();
  const auto most = [&book](int many) { return std::min(many, book.organizations()); };
  std::vector<double> memory;
  const auto look = [&memory](int frame) {
    if (frame % memoryLooks == 0)
      memory.push_back(std::round(residentMegabytes()));
  };
  const auto wheel = frames(most(wheelFrames), [&](int frame) {
    look(frame);
    bar->setValue(bar->value() + wheelStep);
  });
  const auto screens = frames(most(screenFrames), [&](int frame) {
    look(frame);
    bar->setValue(bar->value() + bar->pageStep());
  });
  const auto ends = frames(most(endFrames), [&](int frame) {
    look(frame);
    bar->setValue(bar->maximum());
  });
  nlohmann::json answer{{"name", "list-scroll"},
                        {"wheel", spreadOf(wheel)},
                        {"screens", spreadOf(screens)},
                        {"to_the_end", spreadOf(ends)},
                        {"rows_reached", pane->table()->model()->rowCount()},
                        {"memory_mb", memory},
                        {"limit_ms", frameLimit}};
  const auto isInTime = [&answer](const char *way) {
    return answer[way]["p99_ms"].get<double>() < frameLimit;
  };
  // Flat: in the second half of the way no more than what its pages take at the beginning.
  const bool isFlat = memory.back() <= memory[memory.size() / 2] * flatness;
  answer["passes"] = isInTime("wheel") && isInTime("screens") && isInTime("to_the_end") && isFlat;
  return answer;
}

} // namespace tenantry::benchmarks
