import sharp from 'sharp'

// Whatever a file calls itself, only these two readers are ever asked: no SVG, no PDF, no rare format with old faults.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] })
sharp.cache(false)
sharp.concurrency(1)

const mostPixels = 50_000_000
const seconds = 10

/**
 * A photo or scan that somebody sent, made anew: turned upright, at most this wide, without anything it carried along (place, camera,
 * what is hidden behind the picture). Null for what is no JPEG or PNG, has more than 50 megapixels, or takes too long (security.md F2).
 */
export async function imagePicture(
  path: string,
  width: number,
): Promise<{ webp: Uint8Array; width: number; height: number } | null> {
  try {
    const { data, info } = await sharp(path, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width, height: width * 4, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds })
      .toBuffer({ resolveWithObject: true })
    return { webp: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
