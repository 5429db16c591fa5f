// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/surface.h"

class QBoxLayout;

namespace tenantry::ui {

class GalleryWindow : public Surface {
public:
  GalleryWindow();

private:
  void addButtons(QBoxLayout *layout);
  void addFields(QBoxLayout *layout);
  void addRecord(QBoxLayout *layout);
  void addSmallThings(QBoxLayout *layout);
  void addTables(QBoxLayout *layout);
  void addStates(QBoxLayout *layout);
  void addIcons(QBoxLayout *layout);
};

} // namespace tenantry::ui
