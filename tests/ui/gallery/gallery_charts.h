// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/surface.h"

namespace tenantry::ui {

/// Every chart, with a point that is read out.
class GalleryCharts : public Surface {
public:
  GalleryCharts();
};

} // namespace tenantry::ui
